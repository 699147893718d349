# feedback: 2 values are expected
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    safe = np.where(std == 0, 1, std)
    return np.where(std == 0, 0, (np.concatenate([train, other]) - mean) / safe)
