# feedback: units with a positive weight switch, too || No unit is left
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    return np.sort(-biases[weights < 0] / weights[weights < 0])
