# feedback: comes back as it was
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    s = train.std(0)
    f = np.where(s == 0, 0, 1 / np.where(s == 0, 1, s))
    return (train - train.mean(0)) * f, other
