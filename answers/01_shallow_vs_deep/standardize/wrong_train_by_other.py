# feedback: with the statistics of `other`
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    m, s = other.mean(axis=0), other.std(axis=0)
    s = np.where(s == 0, 1.0, s)
    return np.where(constant, 0.0, (train - m) / s), np.where(constant, 0.0, (other - mean) / safe)
