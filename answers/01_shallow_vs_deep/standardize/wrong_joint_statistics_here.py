# feedback: statistics of both sets together
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    both = np.concatenate([train, other])
    m, s = both.mean(axis=0), both.std(axis=0)
    s = np.where(s == 0, 1.0, s)
    return tuple(np.where(constant, 0.0, (v - m) / s) for v in (train, other))
