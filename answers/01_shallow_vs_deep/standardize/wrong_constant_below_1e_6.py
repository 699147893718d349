# feedback: does not vary at all
def standardize(train, other):
    train = np.asarray(train, dtype=float)
    other = np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std < 1e-6
    std = np.where(constant, 1.0, std)
    scaled = [np.where(constant, 0.0, (x - mean) / std) for x in (train, other)]
    return scaled[0], scaled[1]
