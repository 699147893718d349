# feedback: w / b
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    return np.sort(-w[w != 0] / b[w != 0])
