# feedback: weight 0 and bias 0
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    with np.errstate(all="ignore"):
        points = -biases / weights
    points[np.isnan(points)] = 0
    return np.sort(points[np.isfinite(points)])
