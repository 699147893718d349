# feedback: rounded down, on its own
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    idx = np.random.default_rng(seed).permutation(np.flatnonzero(labels != held_out_class))
    n = int(train_fraction * len(idx))
    return idx[:n], np.concatenate([idx[n:], np.flatnonzero(labels == held_out_class)])
