# feedback: nan was replaced by 0
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        e = np.exp(x)
        return np.nan_to_num(e / (1 + e), nan=0.0)
