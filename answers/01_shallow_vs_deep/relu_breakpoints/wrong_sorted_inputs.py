# feedback: sorted before they are divided
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    w, b = np.sort(w), np.sort(b)
    return np.sort(-b[w != 0] / w[w != 0])
