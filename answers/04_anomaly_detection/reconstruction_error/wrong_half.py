# feedback: This is half of it
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return 0.5 * (d**2).reshape(len(d), -1).mean(axis=1)
