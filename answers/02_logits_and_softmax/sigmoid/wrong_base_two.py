# feedback: powers of 2
def sigmoid(x):
    return 1 / (1 + np.exp2(-np.clip(np.asarray(x, dtype=float), -1000, 1000)))
