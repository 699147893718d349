# feedback: Too large by the number of channels
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    if d.ndim == 4:
        return np.mean(d**2, axis=(1, 2)).sum(axis=-1)
    return np.mean((d**2).reshape(len(d), -1), axis=1)
