# feedback: Units with weight 0 have an entry here
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    with np.errstate(all="ignore"):
        return np.sort(np.nan_to_num(-biases / weights))
