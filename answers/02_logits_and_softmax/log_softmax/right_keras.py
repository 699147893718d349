# Keras
def log_softmax(logits, axis=-1):
    return keras.ops.log_softmax(keras.ops.convert_to_tensor(np.asarray(logits, "float32")), axis=axis)
