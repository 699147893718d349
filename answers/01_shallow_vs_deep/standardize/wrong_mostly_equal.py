# feedback: not most of them
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    c = np.median(train, axis=0) == train.min(axis=0)
    return tuple(np.where(c, 0, (a - mean) / np.where(c, 1, std)) for a in (train, other))
