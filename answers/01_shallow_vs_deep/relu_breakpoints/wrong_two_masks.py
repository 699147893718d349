# feedback: The biases have another mask || raised ValueError || A unit with bias 0
def relu_breakpoints(kernel, bias):
    weights = np.asarray(kernel, float)[0]
    biases = np.asarray(bias, float)
    return np.sort(-biases[np.nonzero(biases)] / weights[np.nonzero(weights)])
