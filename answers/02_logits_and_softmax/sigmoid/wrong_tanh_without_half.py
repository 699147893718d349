# feedback: This looks like (1 + tanh(x)) / 2
def sigmoid(x):
    return 0.5 * (1 + np.tanh(np.asarray(x)))
