# twice the inverse hyperbolic tangent
def logit(p):
    return 2 * np.arctanh(2 * np.asarray(p) - 1)
