# feedback: b1 and w2 exchanged
def xor_network():
    W1, b1, w2, b2 = np.ones((2, 2)), np.array([0.0, -1.0]), np.array([1.0, -2.0]), 0.0
    return W1, w2, b1, b2
