# feedback: This test passes lists
def standardize(train, other):
    mean, std = train.mean(axis=0), train.std(axis=0)
    safe = np.where(std == 0, np.inf, std)
    return (train - mean) / safe, (other - mean) / safe
