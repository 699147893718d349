# feedback: made of the arctangent

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 0.5 + np.arctan(x) / np.pi
