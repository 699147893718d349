# feedback: Repeats are dropped
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    return sorted({-b / w for w, b in zip(weights, biases) if w != 0})
