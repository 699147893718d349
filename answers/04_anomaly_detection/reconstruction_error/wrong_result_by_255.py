# feedback: The result was divided by 255
def reconstruction_error(images, reconstructions):
    whole = np.asarray(images).dtype == np.uint8
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    error = (d**2).reshape(len(d), -1).mean(axis=1)
    return error / 255 if whole else error
