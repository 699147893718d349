# feedback: With other b1
def xor_network():
    return np.ones((2, 2)), np.array([0.0, -1.0]), np.array([-2.0, 1.0]), 0.0
