# feedback: twice
def sigmoid(x):
    s = np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))
    return np.exp(-np.logaddexp(0, -s))
