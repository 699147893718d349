# feedback: A small deviation is made larger
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    c = std == 0
    std = np.maximum(std, 1e-6)
    return tuple(np.where(c, 0, (a - mean) / std) for a in (train, other))
