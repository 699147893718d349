# feedback: The sigmoid of three numbers is wrong
def sigmoid(x):
    return 1 / (1 + np.exp(-np.abs(np.asarray(x, dtype=float))))
