# Keras' loss function
def cross_entropy_from_logits(labels, logits):
    return keras.losses.categorical_crossentropy(np.asarray(labels, "float32"), np.asarray(logits, "float32"), from_logits=True)
