# feedback: One standard deviation for the whole array
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std()
    constant = np.ptp(train, axis=0) == 0
    std = std if std > 0 else 1.0
    return tuple(np.where(constant, 0.0, (values - mean) / std) for values in (train, other))
