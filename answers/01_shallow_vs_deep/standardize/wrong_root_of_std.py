# feedback: the root of the standard deviation
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), np.sqrt(train.std(axis=0))
    constant = train.max(axis=0) == train.min(axis=0)
    divisor = np.where(constant, 1.0, std)
    one, two = (np.where(constant, 0.0, (data - mean) / divisor) for data in (train, other))
    return one, two
