# feedback: Not all of the held-out class is in the test || and all held out
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train, test = [], []
    for k in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == k))
        n = int(train_fraction * len(positions))
        if k != held_out_class:
            train.append(positions[:n])
        test.append(positions[n:])
    train_idx = np.concatenate(train) if train else np.array([], dtype=int)
    return train_idx, np.concatenate(test)
