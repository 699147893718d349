# feedback: one mean for all
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(), train.std(axis=0)
    constant = std == 0

    def scale(values):
        return np.where(constant, 0.0, (values - mean) / np.where(constant, 1.0, std))

    return scale(train), scale(other)
