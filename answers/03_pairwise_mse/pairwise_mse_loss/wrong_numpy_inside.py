# feedback: inside a tf.function || NumPy cuts the gradient
def pairwise_mse_loss(y_true, y_pred):
    difference = np.asarray(y_pred, dtype=float) - np.asarray(y_true, dtype=float)
    difference = difference.reshape(len(difference), -1)
    n = difference.shape[1]
    centred = difference - difference.mean(axis=1, keepdims=True)
    return tf.constant(2 * (centred**2).sum(axis=1).mean() / max(n - 1, 1))
