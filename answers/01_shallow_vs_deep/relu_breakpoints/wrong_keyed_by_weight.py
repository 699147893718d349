# feedback: units with the same weight only the last
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    points = {w: -b / w for w, b in zip(weights, biases) if w != 0}
    return np.sort(list(points.values()))
