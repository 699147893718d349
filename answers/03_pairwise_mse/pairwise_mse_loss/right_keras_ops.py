# keras.ops all the way
def pairwise_mse_loss(y_true, y_pred):
    difference = keras.ops.cast(y_pred, "float32") - keras.ops.cast(y_true, "float32")
    axes = tuple(range(1, len(difference.shape)))
    n = int(np.prod(difference.shape[1:]))
    return 2 * keras.ops.mean(keras.ops.var(difference, axis=axes)) * n / max(n - 1, 1)
