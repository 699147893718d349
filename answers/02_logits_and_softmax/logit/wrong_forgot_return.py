# feedback: returned nothing
def logit(p):
    p = np.asarray(p, dtype=float)
    result = np.log(p / (1 - p))
