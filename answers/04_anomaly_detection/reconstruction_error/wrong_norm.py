# feedback: This is the root of the sum || Too large by
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, float) - np.asarray(reconstructions, float)
    return np.linalg.norm(d.reshape(len(d), -1), axis=1)
