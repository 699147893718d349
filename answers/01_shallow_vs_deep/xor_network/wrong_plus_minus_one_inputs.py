# feedback: With inputs ±1 it would be XOR
def xor_network():
    return np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([0.0, 0.0]), np.array([0.5, 0.5]), 0.0
