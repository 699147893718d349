# feedback: length 1
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean = train.mean(axis=0)
    constant = np.ptp(train, axis=0) == 0
    length = np.where(constant, 1.0, np.linalg.norm(train - mean, axis=0))
    return tuple(np.where(constant, 0.0, (values - mean) / length) for values in (train, other))
