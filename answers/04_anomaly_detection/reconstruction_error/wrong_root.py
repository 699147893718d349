# feedback: This is the root of the mean squared error
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return np.sqrt((d.reshape(len(d), -1) ** 2).mean(axis=1))
