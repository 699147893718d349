# feedback: below 0 or above 255 are cut off
def reconstruction_error(images, reconstructions):
    a, b = np.clip(np.asarray(images, dtype=float), 0, 255), np.clip(np.asarray(reconstructions, dtype=float), 0, 255)
    d = a - b
    return np.mean(d.reshape(len(d), -1) ** 2, axis=1)
