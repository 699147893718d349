# keras.ops in float32, pairs with the first element as pivot
def pairwise_squared_error_linear(labels, predictions):
    labels, predictions = keras.ops.cast(labels, "float32"), keras.ops.cast(predictions, "float32")
    difference = keras.ops.subtract(predictions, labels)
    difference = keras.ops.reshape(difference, (difference.shape[0], -1))
    n = difference.shape[1]
    pivoted = difference - difference[:, :1]
    squares, total = keras.ops.sum(pivoted**2, axis=1), keras.ops.sum(pivoted, axis=1)
    return 2 * (n * squares - total**2) / max(n * (n - 1), 1)
