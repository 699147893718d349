# feedback: This is 0 or 1 only
def sigmoid(x):
    return (np.asarray(x, dtype=float) > 0).astype(float)
