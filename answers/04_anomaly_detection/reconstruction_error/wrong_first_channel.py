# feedback: Only the first channel counts
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    if d.ndim == 4:
        d = d[..., 0]
    return (d**2).reshape(len(d), -1).mean(axis=1)
