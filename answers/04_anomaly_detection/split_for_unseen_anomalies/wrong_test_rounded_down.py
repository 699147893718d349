# feedback: one too high; round it down
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train, test = [], []
    for k in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == k))
        n_test = len(positions) if k == held_out_class else int((1 - train_fraction) * len(positions))
        test.append(positions[:n_test])
        train.append(positions[n_test:])
    return np.concatenate(train), np.concatenate(test)
