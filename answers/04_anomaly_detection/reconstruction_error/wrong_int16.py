# feedback: int16 ends at 32,767 || Decimals are cut off
def reconstruction_error(images, reconstructions):
    difference = np.asarray(images).astype(np.int16) - np.asarray(reconstructions).astype(np.int16)
    return np.mean((difference**2).reshape(len(difference), -1), axis=1)
