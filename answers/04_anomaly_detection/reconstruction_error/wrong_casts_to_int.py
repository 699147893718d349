# feedback: The reconstructions lose their decimals || Decimals are cut off
def reconstruction_error(images, reconstructions):
    a, b = np.asarray(images).astype(int), np.asarray(reconstructions).astype(int)
    return np.mean((a - b).reshape(len(a), -1) ** 2, axis=1)
