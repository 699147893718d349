# feedback: twice the sigmoid
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 + np.tanh(x / 2)
