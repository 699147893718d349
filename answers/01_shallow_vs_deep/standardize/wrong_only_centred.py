# feedback: nothing is divided by the standard deviation || `other` is only centred
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    return train - train.mean(axis=0), other - train.mean(axis=0)
