# feedback: made of whole numbers
def standardize(train, other):
    train, other = np.array(train), np.array(other)
    mean, std = train.mean(axis=0), train.std(axis=0)
    safe = np.where(std == 0, np.inf, std)
    a, b = np.empty_like(train), np.empty_like(other)
    a[...] = (train - mean) / safe
    b[...] = (other - mean) / safe
    return a, b
