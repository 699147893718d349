# feedback: A single image gives a number || This is a single number
def reconstruction_error(images, reconstructions):
    a = np.asarray(images, dtype=float)
    b = np.asarray(reconstructions, dtype=float)
    axes = tuple(range(1, a.ndim))
    return np.squeeze(np.mean((a - b) ** 2, axis=axes, keepdims=True))
