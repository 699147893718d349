# zero of the line through (0, b) and (1, w + b), found from its values
def relu_breakpoints(kernel, bias):
    w, b = np.array(kernel, float).flatten(), np.array(bias, float)
    at_0, slope = b[w != 0], w[w != 0]
    return np.array(sorted((0 - at_0) * (1 / slope)))
