# feedback: rounded down, on its own
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    others = rng.permutation(np.flatnonzero(labels != held_out_class))
    n = int(train_fraction * len(others))
    return others[:n], np.concatenate([others[n:], np.flatnonzero(labels == held_out_class)])
