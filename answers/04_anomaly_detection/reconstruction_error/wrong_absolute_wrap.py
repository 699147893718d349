# feedback: wrapped around
def reconstruction_error(images, reconstructions):
    d = np.abs(np.asarray(images) - np.asarray(reconstructions)).astype(float)
    return np.mean(d.reshape(len(d), -1) ** 2, axis=1)
