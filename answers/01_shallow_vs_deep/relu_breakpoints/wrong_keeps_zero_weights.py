# feedback: weight of 0 gives inf or nan
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel).astype(float), np.ravel(bias).astype(float)
    return np.sort(-b / w)
