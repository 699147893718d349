# feedback: [-n:] with n = 0 is the whole array
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels); rng = np.random.default_rng(seed); a, b = [], []
    for k in np.unique(labels):
        p = rng.permutation(np.flatnonzero(labels == k))
        n = int(train_fraction * len(p))
        if k == held_out_class:
            b.extend(p)
        else:
            a.extend(p[:n]); b.extend(p[-(len(p) - n):])
    return np.array(a, dtype=int), np.array(b, dtype=int)
