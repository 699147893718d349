# feedback: does not vary at all
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    std = np.where(std < 1e-3, np.inf, std)
    return (train - mean) / std, (other - mean) / std
