# feedback: The images are mixed
def reconstruction_error(images, reconstructions):
    difference = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return np.mean(difference.reshape(-1, len(difference)) ** 2, axis=0)
