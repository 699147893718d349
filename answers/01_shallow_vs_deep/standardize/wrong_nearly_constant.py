# feedback: Numbers that differ a little are no constant
def standardize(train, other):
    train = np.asarray(train, dtype=float)
    other = np.asarray(other, dtype=float)
    constant = np.isclose(train.max(axis=0), train.min(axis=0))
    mean = train.mean(axis=0)
    std = np.where(constant, 1.0, train.std(axis=0))
    return (
        np.where(constant, 0.0, (train - mean) / std),
        np.where(constant, 0.0, (other - mean) / std),
    )
