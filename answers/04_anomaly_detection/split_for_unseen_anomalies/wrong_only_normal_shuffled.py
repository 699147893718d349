# feedback: In one class the same samples train
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels); rng = np.random.default_rng(seed); a, b = [], []
    for k in np.unique(labels):
        p = np.flatnonzero(labels == k)
        if k == normal_class:
            p = rng.permutation(p)
        n = 0 if k == held_out_class else int(train_fraction * len(p))
        a.append(p[:n]); b.append(p[n:])
    return np.concatenate(a), np.concatenate(b)
