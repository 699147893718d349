# feedback: for a single feature
def standardize(train, other):
    train, other = np.atleast_2d(np.asarray(train, float)), np.atleast_2d(np.asarray(other, float))
    mean, std = train.mean(axis=0), train.std(axis=0)
    n = min(train.shape[1], other.shape[1])
    mean, std, train, other = mean[:n], std[:n], train[:, :n], other[:, :n]
    safe = np.where(std == 0, 1, std)
    return np.where(std == 0, 0, (train - mean) / safe), np.where(std == 0, 0, (other - mean) / safe)
