# feedback: Points below 0 have become 0
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    active = weights != 0
    return np.sort(np.maximum(-biases[active] / weights[active], 0))
