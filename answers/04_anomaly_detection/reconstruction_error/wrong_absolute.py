# feedback: These are absolute differences
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return np.abs(d.reshape(len(d), -1)).mean(axis=1)
