# feedback: small is not zero
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    keep = ~np.isclose(w, 0)
    return np.sort(-b[keep] / w[keep])
