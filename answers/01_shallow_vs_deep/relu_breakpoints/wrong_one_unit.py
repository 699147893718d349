# feedback: first unit's point only
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    for w, b in zip(weights, biases):
        if w != 0:
            return np.array([-b / w])
    return np.zeros(0)
