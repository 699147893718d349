# feedback: This is the derivative of the sigmoid
def sigmoid(x):
    s = 0.5 * (1 + np.tanh(np.asarray(x) / 2))
    return s * (1 - s)
