# feedback: The sum is taken away
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.sum(axis=0), train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return (train - mean) / std, (other - mean) / std
