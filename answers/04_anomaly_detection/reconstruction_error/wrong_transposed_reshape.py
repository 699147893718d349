# feedback: The images are mixed
def reconstruction_error(images, reconstructions):
    d = (np.asarray(images, float) - np.asarray(reconstructions, float)) ** 2
    n = len(d)
    return np.array([np.mean(d.ravel()[i::n]) for i in range(n)])
