# feedback: changes its input || make it one of floats first
def standardize(train, other):
    mean, std = np.mean(train, axis=0), np.std(train, axis=0)
    std = np.where(std == 0, np.inf, std)
    train -= mean
    train /= std
    other -= mean
    other /= std
    return train, other
