# feedback: With W1.T
def xor_network():
    W1 = np.array([[2.0, -2.0], [-3.0, 3.0]])  # unit 1: 2 (x1 - x2), unit 2: 3 (x2 - x1)
    b1 = np.zeros(2)
    w2 = np.array([1 / 2, 1 / 3])
    return W1, b1, w2, 0.0
