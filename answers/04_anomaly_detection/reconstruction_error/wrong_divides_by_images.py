# feedback: This divides by the number of images
def reconstruction_error(images, reconstructions):
    squares = (np.asarray(images, float) - np.asarray(reconstructions, float)) ** 2
    return squares.reshape(len(squares), -1).sum(axis=1) / len(squares)
