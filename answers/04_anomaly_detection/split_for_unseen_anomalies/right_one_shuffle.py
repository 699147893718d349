# shuffles everything once, then takes the first of each class
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    order = np.random.default_rng(seed).permutation(len(labels))
    train = np.concatenate([(idx := order[labels[order] == k])[: int(train_fraction * len(idx))] for k in np.unique(labels) if k != held_out_class])
    return train, np.setdiff1d(order, train)
