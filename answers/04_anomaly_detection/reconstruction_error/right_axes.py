# the mean over all axes but the first, without a reshape
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return (d**2).mean(axis=tuple(range(1, d.ndim)))
