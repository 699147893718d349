# feedback: two standard deviations
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = train.max(axis=0) == train.min(axis=0)
    divisor = np.where(constant, 1.0, std)
    one, two = (np.where(constant, 0.0, (data - mean) / (2 * divisor)) for data in (train, other))
    return one, two
