# feedback: All points are 0 here
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    active = weights != 0
    w, b = weights[active], biases[active]
    return np.sort(-b[0] / w)
