# feedback: ddof=1
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.mean(axis=0), train.std(axis=0, ddof=1)
    safe = np.where(std == 0, 1, std)
    return np.where(std == 0, 0, (train - mean) / safe), np.where(std == 0, 0, (other - mean) / safe)
