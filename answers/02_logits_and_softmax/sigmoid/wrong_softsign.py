# feedback: x / (1 + |x|)

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return (1 + x / (1 + np.abs(x))) / 2
