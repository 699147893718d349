# feedback: wrapped around
def reconstruction_error(images, reconstructions):
    d = np.abs(np.asarray(images) - np.asarray(reconstructions)).reshape(len(images), -1)
    return np.mean(np.float64(d) ** 2, axis=1)
