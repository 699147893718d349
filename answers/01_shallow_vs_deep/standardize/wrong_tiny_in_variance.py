# feedback: A tiny number instead of 0
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), np.sqrt(train.var(axis=0) + 1e-12)
    return (train - mean) / std, (other - mean) / std
