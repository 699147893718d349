# feedback: rounded to 4 decimals


def logit(p):
    p = np.asarray(p, dtype=float)
    return np.round(np.log(p / (1 - p)), 4)
