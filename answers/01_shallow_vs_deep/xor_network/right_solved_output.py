# hidden layer chosen, output weights solved for
def xor_network():
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
    W1, b1 = np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-1.0, 1.0])
    h = np.column_stack([np.maximum(x @ W1 + b1, 0), np.ones(4)])
    a, b, c = np.linalg.lstsq(h, np.array([0, 1, 1, 0.0]), rcond=None)[0]
    return W1, b1, np.array([a, b]), c
