# feedback: one number for each pixel
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return np.mean(d.reshape(len(d), -1) ** 2, axis=0)
