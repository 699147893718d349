# minus the logarithm of 1/p − 1
def logit(p):
    return -np.log(1 / np.asarray(p) - 1)
