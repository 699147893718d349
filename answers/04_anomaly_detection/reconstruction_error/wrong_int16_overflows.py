# feedback: int16 ends at 32,767
def reconstruction_error(images, reconstructions):
    images, reconstructions = np.asarray(images), np.asarray(reconstructions)
    if images.dtype == np.uint8:
        images = images.astype(np.int16)
    if reconstructions.dtype == np.uint8:
        reconstructions = reconstructions.astype(np.int16)
    difference = images - reconstructions
    return np.mean((difference * difference).reshape(len(images), -1), axis=1)
