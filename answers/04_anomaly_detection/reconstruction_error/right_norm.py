# the squared norm over the number of pixels
def reconstruction_error(images, reconstructions):
    d = (np.asarray(images, float) - np.asarray(reconstructions, float)).reshape(len(images), -1)
    return np.linalg.norm(d, axis=1) ** 2 / d.shape[1]
