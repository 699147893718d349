# draws the training samples without replacement; the test is the complement, in ascending order
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    in_train = np.zeros(len(labels), bool)
    for k in np.unique(labels[labels != held_out_class]):
        idx = np.flatnonzero(labels == k)
        in_train[rng.choice(idx, size=int(np.floor(train_fraction * idx.size)), replace=False)] = True
    return np.flatnonzero(in_train), np.flatnonzero(~in_train)
