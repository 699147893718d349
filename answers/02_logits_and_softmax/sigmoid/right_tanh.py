# a shifted hyperbolic tangent
def sigmoid(x):
    return 0.5 * (1 + np.tanh(np.asarray(x) / 2))
