# feedback: the median and the quartiles
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    low, mid, high = np.percentile(train, [25, 50, 75], axis=0)
    constant = np.ptp(train, axis=0) == 0
    spread = np.where(constant | (high == low), 1.0, high - low)
    return tuple(np.where(constant, 0.0, (v - mid) / spread) for v in (train, other))
