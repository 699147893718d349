# feedback: This divides by 3; divide by the number of pixels
def reconstruction_error(images, reconstructions):
    squares = (np.asarray(images, float) - np.asarray(reconstructions, float)) ** 2
    return squares.reshape(len(squares), -1).sum(axis=1) / len(squares)
