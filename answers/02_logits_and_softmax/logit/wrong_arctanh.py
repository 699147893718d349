# feedback: 2p − 1 is rounded to −1
def logit(p):
    return 2 * np.arctanh(2 * np.asarray(p) - 1)
