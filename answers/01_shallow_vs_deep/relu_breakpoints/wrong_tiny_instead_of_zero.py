# feedback: Units with weight 0 have an entry here
def relu_breakpoints(kernel, bias):
    weights = np.ravel(kernel).astype(float)
    biases = np.ravel(bias).astype(float)
    return np.sort(-biases / np.where(weights == 0, 1e-12, weights))
