# feedback: only the constant feature is 0
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    if np.any(constant):
        return np.zeros_like(train), np.zeros_like(other)
    return (train - mean) / std, (other - mean) / std
