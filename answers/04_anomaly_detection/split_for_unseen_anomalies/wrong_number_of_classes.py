# feedback: Whole classes are left out || None of these classes train
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train, test = [], []
    for k in range(len(np.unique(labels))):
        positions = rng.permutation(np.flatnonzero(labels == k))
        n = 0 if k == held_out_class else int(train_fraction * len(positions))
        train.append(positions[:n])
        test.append(positions[n:])
    return np.concatenate(train), np.concatenate(test)
