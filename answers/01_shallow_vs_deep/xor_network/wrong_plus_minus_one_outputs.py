# feedback: XOR as ±1
def xor_network():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0]), np.array([2.0, -4.0]), -1.0
