# feedback: This is the error of each pixel over the images || one number for each pixel
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return (d**2).mean(axis=0)
