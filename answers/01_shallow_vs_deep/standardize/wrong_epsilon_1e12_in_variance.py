# feedback: A small number is added to the variance
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    return tuple(np.where(constant, 0.0, (v - mean) / np.sqrt(std**2 + 1e-12)) for v in (train, other))
