# through the logarithm
def sigmoid(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x)))
