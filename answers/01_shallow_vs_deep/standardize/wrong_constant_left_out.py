# feedback: The constant feature is left out
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    if train.ndim == 1:
        return ((train - mean) / std, (other - mean) / std) if std > 0 else (0 * train, 0 * other)
    keep = std > 0
    return tuple((v[:, keep] - mean[keep]) / std[keep] for v in (train, other))
