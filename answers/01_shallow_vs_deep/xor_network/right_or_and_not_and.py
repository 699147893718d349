# OR minus AND, by thresholds, with an output bias
def xor_network():
    W1 = np.array([[-1.0, 1.0], [-1.0, 1.0]])
    b1 = np.array([1.0, -1.0])  # NOR and AND
    return W1, b1, np.array([-1.0, -1.0]), np.array(1.0)
