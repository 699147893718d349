# feedback: The points are rounded
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    return np.round(np.sort(-biases[weights != 0] / weights[weights != 0]), 2)
