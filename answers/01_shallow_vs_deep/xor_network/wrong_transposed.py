# feedback: With W1.T (columns are units)
def xor_network():
    W1 = np.array([[-1.0, -1.0], [1.0, 1.0]])
    return W1, np.array([1.0, -1.0]), np.array([-1.0, -1.0]), 1.0
