# feedback: This looks like a softmax over the whole array
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(x - x.max())
    return e / e.sum()
