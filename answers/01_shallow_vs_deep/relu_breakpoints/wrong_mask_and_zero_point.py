# feedback: A unit with bias 0 switches
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    points = [-b / w for w, b in zip(weights, biases) if w and b]
    return sorted(points)
