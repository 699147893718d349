# feedback: by hand, not by training
def xor_network():
    W1 = np.array([[1.003, 0.998], [0.999, 1.001]])
    return W1, np.array([0.001, -0.997]), np.array([0.996, -1.992]), 0.002
