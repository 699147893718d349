# feedback: np.argsort gives positions
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    return np.argsort(-biases[weights != 0] / weights[weights != 0])
