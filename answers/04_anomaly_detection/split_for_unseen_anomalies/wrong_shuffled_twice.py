# feedback: shuffle a class once
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train, test = [], []
    for k in np.unique(labels):
        positions = np.flatnonzero(labels == k)
        n = 0 if k == held_out_class else int(train_fraction * len(positions))
        train.append(rng.permutation(positions)[:n])
        test.append(rng.permutation(positions)[n:])
    return np.concatenate(train), np.concatenate(test)
