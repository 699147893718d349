# feedback: average their squares
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, dtype=float) - np.asarray(reconstructions, dtype=float)
    return np.mean(np.abs(d).reshape(len(d), -1), axis=1) ** 2
