# feedback: nan was replaced by 0
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    with np.errstate(all="ignore"):
        e = np.exp(x)
        return np.nan_to_num(e / (1 + e))
