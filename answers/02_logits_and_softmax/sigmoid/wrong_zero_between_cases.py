# feedback: x = 0 is left out

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    result = np.zeros_like(x)
    result[x > 0] = 1 / (1 + np.exp(-x[x > 0]))
    result[x < 0] = np.exp(x[x < 0]) / (1 + np.exp(x[x < 0]))
    return result
