# feedback: With other b1
def xor_network():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -0.5]), np.array([1.0, -2.0]), 0.0
