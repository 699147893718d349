# feedback: is only centred
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    c = std == 0
    train = np.where(c, 0, (train - mean) / np.where(c, 1, std))
    m2, s2 = train.mean(axis=0), train.std(axis=0)
    return train, np.where(c, 0, (other - mean) / np.where(c, 1, s2))
