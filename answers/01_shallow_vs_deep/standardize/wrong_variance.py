# feedback: divides by the variance
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, var = train.mean(axis=0), train.var(axis=0)
    safe = np.where(var == 0, 1, var)
    return np.where(var == 0, 0, (train - mean) / safe), np.where(var == 0, 0, (other - mean) / safe)
