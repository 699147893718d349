# feedback: each feature has its own
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.mean(), train.std()
    std = std if std > 0 else 1.0
    return (train - mean) / std, (other - mean) / std
