# feedback: The constant feature is 1
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    return tuple(np.where(constant, 1.0, (v - mean) / safe) for v in (train, other))
