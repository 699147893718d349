# feedback: by their distance from 0
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    points = -biases[weights != 0] / weights[weights != 0]
    return points[np.argsort(np.abs(points))]
