# feedback: Units with weight 0 have an entry here
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    points = np.zeros_like(weights)
    np.divide(-biases, weights, out=points, where=weights != 0)
    points.sort()
    return points
