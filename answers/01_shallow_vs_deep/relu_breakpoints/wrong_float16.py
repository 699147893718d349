# feedback: The points are rounded || Units with a small weight are left out
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    w, b = weights.astype(np.float16), biases.astype(np.float16)
    active = w != 0
    return np.sort(-b[active] / w[active])
