# feedback: positions in shuffled labels || The training part holds samples || changes with the seed
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    rng = np.random.default_rng(seed)
    labels = rng.permutation(labels)
    train, test = [], []
    for k in np.unique(labels):
        positions = np.flatnonzero(labels == k)
        n = 0 if k == held_out_class else int(train_fraction * len(positions))
        train += positions[:n].tolist()
        test += positions[n:].tolist()
    return np.array(train), np.array(test)
