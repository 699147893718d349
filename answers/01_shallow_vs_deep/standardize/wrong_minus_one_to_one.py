# feedback: range from −1 to 1
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    low, high = train.min(axis=0), train.max(axis=0)
    constant = high == low
    span = np.where(constant, 1.0, high - low)
    return tuple(np.where(constant, 0.0, 2 * (v - low) / span - 1) for v in (train, other))
