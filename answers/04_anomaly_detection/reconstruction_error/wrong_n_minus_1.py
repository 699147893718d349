# feedback: This divides by 3
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, float) - np.asarray(reconstructions, float)
    d = d.reshape(len(d), -1)
    return np.sum(d**2, axis=1) / (d.shape[1] - 1)
