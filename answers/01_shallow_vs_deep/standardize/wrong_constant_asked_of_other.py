# feedback: `train` says which feature is constant || only centred in `other`
def standardize(train, other):
    train, other = np.asarray(train, dtype=float), np.asarray(other, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = std == 0
    safe = np.where(constant, 1.0, std)
    def scale(v):
        return np.where(v.std(axis=0) == 0, 0.0, (v - mean) / safe)
    
    return scale(train), scale(other)
