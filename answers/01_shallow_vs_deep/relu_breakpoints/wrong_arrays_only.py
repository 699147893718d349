# feedback: This test passes lists
def relu_breakpoints(kernel, bias):
    w = kernel[0]
    active = np.flatnonzero(np.array(w) != 0)
    return np.sort(-bias[active] / w[active])
