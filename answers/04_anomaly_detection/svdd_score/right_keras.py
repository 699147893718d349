# Keras operations
def svdd_score(embeddings, center):
    d = keras.ops.convert_to_tensor(np.asarray(embeddings, 'float32')) - np.asarray(center, 'float32')
    return keras.ops.sum(keras.ops.square(d), axis=1)
