# feedback: Large values are cut off
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = train.max(axis=0) == train.min(axis=0)
    divisor = np.where(constant, 1.0, std)
    one, two = (np.where(constant, 0.0, np.clip((data - mean) / divisor, -2, 2)) for data in (train, other))
    return one, two
