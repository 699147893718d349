# feedback: units that answer 0 or 1
def xor_network():
    W1 = np.array([[20.0, -20.0], [20.0, -20.0]])
    return W1, np.array([-10.0, 30.0]), np.array([20.0, 20.0]), -30.0
