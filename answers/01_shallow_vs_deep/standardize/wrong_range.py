# feedback: This divides by the range
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, span = train.mean(axis=0), np.ptp(train, axis=0)
    constant = span == 0
    span = np.where(constant, 1.0, span)
    return tuple(np.where(constant, 0.0, (values - mean) / span) for values in (train, other))
