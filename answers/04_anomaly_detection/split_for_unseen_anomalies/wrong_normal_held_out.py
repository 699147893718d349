# feedback: The normal class is held out; it is split, too || None of it may be used in training
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train, test = [], []
    for k in np.unique(labels):
        idx = rng.permutation(np.flatnonzero(labels == k))
        n = 0 if k == normal_class else int(train_fraction * len(idx))
        train.append(idx[:n])
        test.append(idx[n:])
    return np.concatenate(train), np.concatenate(test)
