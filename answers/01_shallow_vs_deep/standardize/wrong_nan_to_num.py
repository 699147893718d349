# feedback: nan_to_num
def standardize(train, other):
    train, other = np.asarray(train, float), np.asarray(other, float)
    with np.errstate(all="ignore"):
        return tuple(np.nan_to_num((d - train.mean(0)) / train.std(0)) for d in (train, other))
