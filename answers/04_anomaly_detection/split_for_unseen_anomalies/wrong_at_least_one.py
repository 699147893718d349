# feedback: a small class may have none
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels, rng = np.asarray(labels), np.random.default_rng(seed)
    train = []
    for kind in set(labels.tolist()) - {held_out_class}:
        places = rng.permutation(np.flatnonzero(labels == kind))
        train.extend(places[: max(int(train_fraction * len(places)), 1)])
    return np.array(train, int), np.setdiff1d(np.arange(len(labels)), train)
