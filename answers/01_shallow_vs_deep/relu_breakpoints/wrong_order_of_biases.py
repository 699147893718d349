# feedback: in the order of the biases
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    active = weights != 0
    w, b = weights[active], biases[active]
    order = np.argsort(b)
    return (-b / w)[order]
