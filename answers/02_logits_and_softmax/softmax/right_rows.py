# the classes last, one row at a time
def softmax(logits, axis=-1):
    logits = np.moveaxis(np.array(logits, dtype=float), axis, -1)
    result = np.empty(logits.shape)
    for index in np.ndindex(logits.shape[:-1]):
        row = logits[index]
        e = np.exp(row - np.max(row))
        result[index] = e / np.sum(e)
    return np.moveaxis(result, -1, axis)
