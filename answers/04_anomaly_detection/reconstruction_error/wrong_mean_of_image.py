# feedback: The mean of the differences is squared
def reconstruction_error(images, reconstructions):
    a, b = np.asarray(images, float), np.asarray(reconstructions, float)
    n = len(a)
    return (a.reshape(n, -1).mean(1) - b.reshape(n, -1).mean(1)) ** 2
