# feedback: A small number is added to the deviation
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    scale = np.where(np.ptp(train, axis=0) == 0, 0.0, 1 / (std + 1e-2))
    return (train - mean) * scale, (other - mean) * scale
