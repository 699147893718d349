# feedback: The constant feature comes back as it was
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    std = np.where(constant, 1.0, std)
    return tuple(np.where(constant, v, (v - mean) / std) for v in (train, other))
