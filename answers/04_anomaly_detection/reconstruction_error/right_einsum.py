# float32 and einsum
def reconstruction_error(images, reconstructions):
    d = (np.asarray(images, np.float32) - np.asarray(reconstructions, np.float32)).reshape(len(images), -1)
    return np.einsum('ij,ij->i', d, d) / d.shape[1]
