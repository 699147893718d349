# feedback: a flat array is asked for || select the units before you divide
def relu_breakpoints(kernel, bias):
    return np.sort(-np.asarray(bias, float) / np.asarray(kernel, float))
