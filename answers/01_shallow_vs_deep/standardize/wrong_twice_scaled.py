# feedback: comes back as it was
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    train = np.where(constant, 0.0, (train - mean) / safe)
    mean, std = train.mean(axis=0), train.std(axis=0)
    other = np.where(constant, 0.0, (other - mean) / np.where(std == 0, 1.0, std))
    return train, other
