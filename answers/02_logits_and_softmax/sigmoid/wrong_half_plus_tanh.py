# feedback: halve tanh(x / 2), too
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 0.5 + np.tanh(x / 2)
