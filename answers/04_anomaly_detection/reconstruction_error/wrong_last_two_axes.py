# feedback: This is the error of each row
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return (d**2).mean(axis=(-2, -1)) if d.ndim > 2 else (d**2).mean(axis=-1)
