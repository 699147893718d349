# feedback: bias of another unit
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    weights = weights[weights != 0]
    return np.sort(-biases[: len(weights)] / weights)
