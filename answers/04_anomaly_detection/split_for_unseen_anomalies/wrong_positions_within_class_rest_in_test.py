# feedback: or a place in its class || The training part holds samples || changes with the seed
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    train = []
    for k in np.unique(labels):
        if k != held_out_class:
            count = np.sum(labels == k)
            train.append(rng.permutation(count)[: int(train_fraction * count)])
    train = np.concatenate(train)
    return train, np.setdiff1d(np.arange(len(labels)), train)
