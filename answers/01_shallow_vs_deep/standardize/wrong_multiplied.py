# feedback: This multiplies by std || it should be 0
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) * std, (other - mean) * std
