# feedback: are the parts swapped
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train, test = [], []
    for k in np.unique(labels):
        idx = rng.permutation(np.flatnonzero(labels == k))
        n = 0 if k == held_out_class else int(train_fraction * len(idx))
        train.append(idx[:n])
        test.append(idx[n:])
    return np.concatenate(test), np.concatenate(train)
