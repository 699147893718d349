# feedback: Too few digits
def reconstruction_error(images, reconstructions):
    x, y = np.asarray(images, dtype=float), np.asarray(reconstructions, dtype=float)
    x, y = x.reshape(len(x), -1), y.reshape(len(y), -1)
    return np.mean((x.astype(np.float16) - y.astype(np.float16)) ** 2, axis=1)
