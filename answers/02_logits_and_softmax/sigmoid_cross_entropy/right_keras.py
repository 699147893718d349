# Keras, with from_logits
def sigmoid_cross_entropy(labels, logits):
    labels, logits = np.asarray(labels, "float32"), np.asarray(logits, "float32")
    return keras.ops.binary_crossentropy(labels, logits, from_logits=True)
