# feedback: With other w2 and b2 it would be XOR
def xor_network():
    W1 = np.ones((2, 2))
    return W1, np.array([-0.5, -1.5]), np.array([1.0, -2.0]), -0.25
