# feedback: One axis is summed and one averaged || Too large by the number of channels
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    squares = (d**2).sum(axis=-1)
    return squares.reshape(len(d), -1).mean(axis=1)
