# feedback: min-max scaling
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    low, high = train.min(axis=0), train.max(axis=0)
    span = np.where(high == low, 1, high - low)
    return (train - low) / span, (other - low) / span
