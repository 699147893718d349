# feedback: Whole classes are left out
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train, test = [], []
    for c in range(labels.max() + 1):
        where = rng.permutation(np.flatnonzero(labels == c))
        n = 0 if c == held_out_class else int(train_fraction * len(where))
        train.extend(where[:n])
        test.extend(where[n:])
    return np.array(train, int), np.array(test, int)
