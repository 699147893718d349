def pairwise_squared_error_linear(labels, predictions):
    d = np.array(predictions, np.float64)
    d -= np.asarray(labels)
    d = d.reshape(d.shape[0], int(np.prod(d.shape[1:])))
    d -= np.mean(d, 1)[:, np.newaxis]
    n = d.shape[1]
    return np.einsum("ij,ij->i", d, d) * 2.0 / (n - 1 or 1)
