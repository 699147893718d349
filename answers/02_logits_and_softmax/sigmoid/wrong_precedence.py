# feedback: exp(x) / 1 + exp(x)
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.exp(x) / 1 + np.exp(x)
