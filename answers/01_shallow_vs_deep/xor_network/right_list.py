# everything in a list, one-element output bias
def xor_network():
    return [np.ones((2, 2)), np.array([0.0, -1.0]), np.array([3.0, -6.0]) / 3, np.zeros(1)]
