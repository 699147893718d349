# feedback: One of a class is lost
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train, test = [], []
    for k in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == k))
        fraction = 0.0 if k == held_out_class else train_fraction
        n_train = int(fraction * len(positions))
        n_test = int((1 - fraction) * len(positions))
        train.append(positions[:n_train])
        test.append(positions[n_train : n_train + n_test])
    return np.concatenate(train), np.concatenate(test)
