# Keras
def sigmoid(x):
    return keras.activations.sigmoid(keras.ops.convert_to_tensor(np.asarray(x, dtype="float32")))
