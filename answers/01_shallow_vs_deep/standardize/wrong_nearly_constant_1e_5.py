# feedback: does not vary at all
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    constant = std < 1e-5
    return tuple(np.where(constant, 0.0, (v - mean) / safe) for v in (train, other))
