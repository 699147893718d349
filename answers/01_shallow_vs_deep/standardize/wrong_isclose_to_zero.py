# feedback: Only a feature that does not vary at all is constant.
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = np.isclose(std, 0.0)
    scale = np.where(constant, 1.0, std)
    return np.where(constant, 0.0, (train - mean) / scale), np.where(constant, 0.0, (other - mean) / scale)
