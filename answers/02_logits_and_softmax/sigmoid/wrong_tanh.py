# feedback: This looks like tanh, which
def sigmoid(x):
    return np.tanh(np.asarray(x))
