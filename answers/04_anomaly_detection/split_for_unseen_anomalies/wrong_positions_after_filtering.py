# feedback: positions in labels without the held-out class
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    test = [np.flatnonzero(labels == held_out_class)]
    train = []
    seen = labels[labels != held_out_class]
    for k in np.unique(seen):
        positions = rng.permutation(np.flatnonzero(seen == k))
        n = int(train_fraction * len(positions))
        train.append(positions[:n])
        test.append(positions[n:])
    train = np.concatenate(train) if train else np.zeros(0, dtype=int)
    return train, np.concatenate(test)
