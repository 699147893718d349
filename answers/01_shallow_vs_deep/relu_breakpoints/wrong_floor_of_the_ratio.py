# feedback: rounded up
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    active = weights != 0
    return np.sort(-(biases[active] // weights[active]))
