# feedback: This is the mean over each row
def sigmoid_cross_entropy(labels, logits):
    return keras.losses.binary_crossentropy(np.asarray(labels, "float32"), np.asarray(logits, "float32"), from_logits=True)
