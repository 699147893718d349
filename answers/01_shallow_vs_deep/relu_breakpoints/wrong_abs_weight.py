# feedback: signs of the weights are lost
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    return np.sort(-b[w != 0] / np.abs(w[w != 0]))
