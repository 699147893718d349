# feedback: divided by 255
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    d = d / 255 if np.asarray(images).dtype == np.uint8 else d
    return (d.reshape(len(d), -1) ** 2).mean(axis=1)
