# NumPy in float32
def softmax(logits, axis=-1):
    x = np.array(logits, dtype=np.float32)
    x -= x.max(axis=axis, keepdims=True)
    np.exp(x, out=x)
    return x / np.expand_dims(x.sum(axis=axis), axis)
