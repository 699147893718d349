# a loop over the images
def reconstruction_error(images, reconstructions):
    return np.array([np.mean(np.square(np.subtract(a, b, dtype=float))) for a, b in zip(images, reconstructions)])
