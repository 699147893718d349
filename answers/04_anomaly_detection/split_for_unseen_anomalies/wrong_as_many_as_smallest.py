# feedback: Each class gives as many as the smallest
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    sizes = {k: int(np.sum(labels == k)) for k in np.unique(labels)}
    train, test = [], []
    for k in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == k))
        n = 0 if k == held_out_class else int(train_fraction * min(size for j, size in sizes.items() if j != held_out_class))
        train.append(positions[:n])
        test.append(positions[n:])
    return np.concatenate(train), np.concatenate(test)
