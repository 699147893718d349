# feedback: np.squeeze drops the axis of a single image || one number for each pixel
def reconstruction_error(images, reconstructions):
    images = np.squeeze(np.asarray(images, dtype=float))
    reconstructions = np.squeeze(np.asarray(reconstructions, dtype=float))
    squares = (images - reconstructions) ** 2
    return squares.reshape(len(squares), -1).mean(axis=1)
