# feedback: its own statistics || with the statistics of `other`
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = other.mean(axis=0), other.std(axis=0)
    constant = np.ptp(train, axis=0) == 0
    std = np.where(constant | (std == 0), 1.0, std)
    return tuple(np.where(constant, 0.0, (v - mean) / std) for v in (train, other))
