# feedback: changes its input
def pairwise_squared_error_linear(labels, predictions):
    d = np.asarray(predictions, dtype=float)
    d -= np.asarray(labels, dtype=float)
    n = int(np.prod(d.shape[1:]))
    d = d.reshape(d.shape[0], n)
    d -= d.mean(axis=1, keepdims=True)
    return 2 * np.einsum("bi,bi->b", d, d) / max(n - 1, 1)
