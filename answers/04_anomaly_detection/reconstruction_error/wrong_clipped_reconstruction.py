# feedback: Clip no pixels
def reconstruction_error(images, reconstructions):
    images = np.asarray(images, dtype=float)
    reconstructions = np.clip(np.asarray(reconstructions, dtype=float), 0.0, 1.0)
    return np.mean((images - reconstructions).reshape(len(images), -1) ** 2, axis=1)
