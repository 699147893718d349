# feedback: switches
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    keep = (w != 0) & (b != 0)
    return np.sort(-b[keep] / w[keep])
