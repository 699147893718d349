# feedback: The channels are averaged before squaring
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    if d.ndim == 4:
        d = d.mean(axis=3)
    return (d**2).reshape(len(d), -1).mean(axis=1)
