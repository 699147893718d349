# feedback: This is the sum over the pixels
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return (d.reshape(len(d), -1) ** 2).sum(axis=1)
