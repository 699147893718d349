# feedback: A small number is added to the variance
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, var = train.mean(axis=0), train.var(axis=0)
    scale = np.where(np.ptp(train, axis=0) == 0, 0.0, 1 / np.sqrt(var + 1e-3))
    return (train - mean) * scale, (other - mean) * scale
