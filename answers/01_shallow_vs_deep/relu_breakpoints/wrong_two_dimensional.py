# feedback: another shape
def relu_breakpoints(kernel, bias):
    return np.sort(-np.asarray(bias, float) / np.asarray(kernel, float))
