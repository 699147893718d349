# feedback: This is a column
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, float) - np.asarray(reconstructions, float)
    return np.mean(d.reshape(len(d), -1) ** 2, axis=1, keepdims=True)
