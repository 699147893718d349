# feedback: changes its input
def reconstruction_error(images, reconstructions):
    error = np.asarray(images, dtype=float)
    error -= np.asarray(reconstructions, dtype=float)
    error *= error
    return error.reshape(len(error), -1).mean(axis=1)
