# each probability from the differences to the other logits
def softmax(logits, axis=-1):
    x = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
    x = np.maximum(x, -1e300)  # a finite stand-in for minus infinity
    with np.errstate(over="ignore"):
        odds = np.exp(x[..., None, :] - x[..., :, None])
        return np.moveaxis(1 / odds.sum(axis=-1), -1, axis)
