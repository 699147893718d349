# feedback: in the order of the weights
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    active = np.argsort(weights)
    active = active[weights[active] != 0]
    return -biases[active] / weights[active]
