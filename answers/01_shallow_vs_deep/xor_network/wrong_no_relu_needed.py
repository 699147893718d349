# feedback: the network is a plane
def xor_network():
    return np.array([[1.0, 0.0], [0.0, 1.0]]), np.zeros(2), np.array([1.0, 1.0]), 0.0
