# feedback: is their type one that ends at 255
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels); rng = np.random.default_rng(seed); a, b = [], []
    for k in np.unique(labels):
        p = rng.permutation(np.flatnonzero(labels == k)).astype(np.uint8)
        n = 0 if k == held_out_class else int(train_fraction * len(p))
        a.append(p[:n]); b.append(p[n:])
    return np.concatenate(a), np.concatenate(b)
