# feedback: Units with weight 0 have an entry here
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    return np.sort(np.divide(-b, w, out=np.zeros_like(b), where=w != 0))
