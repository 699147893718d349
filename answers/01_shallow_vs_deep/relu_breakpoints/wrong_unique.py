# feedback: Repeats are dropped
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    return np.unique(-b[w != 0] / w[w != 0])
