# feedback: This is sigmoid(|x|) || e / (1 + e)
def sigmoid(x):
    return 1 / (1 + np.exp(-np.abs(np.asarray(x, dtype=float))))
