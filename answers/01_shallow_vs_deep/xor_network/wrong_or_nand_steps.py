# feedback: units that answer 0 or 1
def xor_network():
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.array([1.0, 1.0]), -1.5
