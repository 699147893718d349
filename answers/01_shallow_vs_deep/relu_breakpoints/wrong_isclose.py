# feedback: Units with a small weight are left out
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    keep = ~np.isclose(w, 0)
    return np.sort(-b[keep] / w[keep])
