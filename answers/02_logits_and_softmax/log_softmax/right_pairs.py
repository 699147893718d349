# minus the log of the sum of odds against all classes
def log_softmax(logits, axis=-1):
    x = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    return np.moveaxis(-np.logaddexp.reduce(x[..., None, :] - x[..., :, None], axis=-1), -1, axis)
