# feedback: wrapped around
def reconstruction_error(images, reconstructions):
    d = np.asarray(images) - np.asarray(reconstructions)
    return np.mean(d.reshape(len(d), -1) ** 2, axis=1)
