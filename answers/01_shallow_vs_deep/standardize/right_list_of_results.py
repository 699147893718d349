# max equals min finds the constants; a list of two arrays is returned
def standardize(train, other):
    train, other = np.array(train, float), np.array(other, float)
    constant = train.max(0) == train.min(0)
    mean, std = train.mean(0), train.std(0)
    results = []
    for part in (train, other):
        part = part - mean
        part = part / (std + constant)
        part = part * ~constant
        results.append(part)
    return results
