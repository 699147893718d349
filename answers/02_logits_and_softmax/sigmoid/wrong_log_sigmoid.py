# feedback: log σ(x)

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return -np.logaddexp(0, -x)
