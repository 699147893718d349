# feedback: divides by the largest value
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    m = np.abs(train).max(axis=0)
    return tuple(np.where(constant, 0.0, v / np.where(m == 0, 1, m)) for v in (train, other))
