# keras.ops.log_sigmoid in float32
def pairwise_logistic_loss(scores, relevance):
    scores = keras.ops.cast(scores, "float32")
    relevance = np.asarray(relevance)
    i, j = np.nonzero(relevance[:, None] > relevance)
    if not i.size:
        return keras.ops.zeros(())
    return -keras.ops.mean(keras.ops.log_sigmoid(keras.ops.take(scores, i) - keras.ops.take(scores, j)))
