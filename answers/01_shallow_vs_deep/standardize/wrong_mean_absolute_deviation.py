# feedback: mean absolute deviation
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean = train.mean(axis=0)
    spread = np.abs(train - mean).mean(axis=0)
    constant = np.ptp(train, axis=0) == 0
    spread = np.where(constant, 1.0, spread)
    return tuple(np.where(constant, 0.0, (v - mean) / spread) for v in (train, other))
