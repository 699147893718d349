# feedback: This looks like softplus
def sigmoid(x):
    return np.logaddexp(0, np.asarray(x))
