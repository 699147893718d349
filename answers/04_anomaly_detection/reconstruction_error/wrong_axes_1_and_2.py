# feedback: An error is raised where an image is a row of pixels
def reconstruction_error(images, reconstructions):
    difference = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return np.mean(difference**2, axis=(1, 2))
