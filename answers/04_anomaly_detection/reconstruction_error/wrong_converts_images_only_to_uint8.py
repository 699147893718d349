# feedback: The reconstructions lose their decimals || Decimals are cut off
def reconstruction_error(images, reconstructions):
    d = np.asarray(images, np.uint8).astype(float) - np.asarray(reconstructions, np.uint8)
    return np.mean(d.reshape(len(d), -1) ** 2, axis=1)
