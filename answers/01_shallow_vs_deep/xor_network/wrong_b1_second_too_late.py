# feedback: With other b1
def xor_network():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    b1 = np.array([0.0, -2.0])
    w2 = np.array([1.0, -2.0])
    b2 = 0.0
    return W1, b1, w2, b2
