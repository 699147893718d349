# feedback: int16 ends at 32,767 || Decimals are cut off
def reconstruction_error(images, reconstructions):
    d = np.asarray(images).astype(np.int16) - np.asarray(reconstructions).astype(np.int16)
    return np.mean(d.reshape(len(d), -1) ** 2, axis=1)
