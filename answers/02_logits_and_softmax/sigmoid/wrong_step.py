# feedback: This is a step
def sigmoid(x):
    return (np.asarray(x, dtype=float) > 0).astype(float)
