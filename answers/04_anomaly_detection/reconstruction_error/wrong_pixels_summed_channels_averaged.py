# feedback: Too large by the number of pixels
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    if d.ndim == 4:
        return (d**2).mean(axis=3).sum(axis=(1, 2))
    return (d**2).reshape(len(d), -1).mean(axis=1)
