# feedback: With other b1
def xor_network():
    return -np.ones((2, 2)), np.array([0, 1]), np.array([1, -2]), 0
