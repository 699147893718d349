# feedback: Only the largest difference counts
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, float) - np.asarray(reconstructions, float)
    return np.max(d.reshape(len(d), -1) ** 2, axis=1)
