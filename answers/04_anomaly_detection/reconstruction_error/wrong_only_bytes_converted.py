# feedback: int16 ends at 32,767
def reconstruction_error(images, reconstructions):
    images, reconstructions = np.asarray(images), np.asarray(reconstructions)
    if images.dtype == np.uint8:
        images = images.astype(float)
    if reconstructions.dtype == np.uint8:
        reconstructions = reconstructions.astype(float)
    return np.mean((images - reconstructions) ** 2, axis=tuple(range(1, images.ndim)))
