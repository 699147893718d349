# feedback: This divides by 3; an image has 4 pixels
def reconstruction_error(images, reconstructions):
    squares = (np.asarray(images, float) - np.asarray(reconstructions, float)) ** 2
    return squares.reshape(len(squares), -1).sum(axis=1) / len(squares)
