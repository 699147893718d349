# feedback: An array of one entry became a single number
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    out = np.where(x >= 0, 1.0, e) / (1 + e)
    return out.item() if out.size == 1 else out
