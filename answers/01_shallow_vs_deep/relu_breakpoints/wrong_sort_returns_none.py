# feedback: return statement
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    points = -b[w != 0] / w[w != 0]
    return points.sort()
