# feedback: The signs of the points are lost
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    return np.sort(np.abs(biases[weights != 0] / weights[weights != 0]))
