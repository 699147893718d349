# feedback: These are the exponentials
def softmax(logits, axis=-1):
    return np.exp(np.asarray(logits, dtype=float))
