# feedback: taken as they come
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train = []
    for k in np.unique(labels[labels != held_out_class]):
        where = np.where(labels == k)[0]
        train.append(where[: int(len(where) * train_fraction)])
    train = rng.permutation(np.concatenate(train))
    return train, np.setdiff1d(np.arange(len(labels)), train)
