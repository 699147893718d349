# seeds NumPy's global generator inside the function
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    np.random.seed(seed)
    train, test = [], []
    for k in np.unique(labels):
        idx = np.random.permutation(np.where(labels == k)[0])
        n = 0 if k == held_out_class else int(train_fraction * len(idx))
        train.append(idx[:n])
        test.append(idx[n:])
    return np.concatenate(train), np.concatenate(test)
