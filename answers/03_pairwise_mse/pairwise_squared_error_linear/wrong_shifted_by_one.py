# feedback: neighbours (in a ring)
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    d = d.reshape(len(d), int(np.prod(d.shape[1:])))
    return np.mean((d - np.roll(d, 1, axis=1)) ** 2, axis=1)
