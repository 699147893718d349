# feedback: multiplied by x || x · σ(x)
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return x * np.exp(-np.logaddexp(0, -x))
