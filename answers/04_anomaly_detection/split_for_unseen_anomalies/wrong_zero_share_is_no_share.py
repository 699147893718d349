# feedback: takes 0 for no share
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels); rng = np.random.default_rng(seed); a, b = [], []
    for k in np.unique(labels):
        p = rng.permutation(np.flatnonzero(labels == k))
        n = 0 if k == held_out_class else int((train_fraction or 0.5) * len(p))
        a.append(p[:n]); b.append(p[n:])
    return np.concatenate(a), np.concatenate(b)
