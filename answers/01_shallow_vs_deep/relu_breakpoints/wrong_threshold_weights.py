# feedback: Units with a small weight are left out
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    active = np.abs(weights) > 1e-6
    return np.sort(-biases[active] / weights[active])
