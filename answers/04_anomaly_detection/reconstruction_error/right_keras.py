# Keras' own loss on flattened images
def reconstruction_error(images, reconstructions):
    a, b = (np.reshape(np.asarray(x, float), (len(x), -1)) for x in (images, reconstructions))
    return keras.losses.mean_squared_error(a, b)
