# feedback: This is one number for all images || This is a single number
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return np.mean(d**2)
