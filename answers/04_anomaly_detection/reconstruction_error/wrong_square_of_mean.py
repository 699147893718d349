# feedback: The mean of the differences is squared
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return d.reshape(len(d), -1).mean(axis=1) ** 2
