# feedback: The images lose their decimals
def reconstruction_error(images, reconstructions):
    r = np.asarray(reconstructions)
    a, b = np.asarray(images).astype(r.dtype).astype(float), r.astype(float)
    return np.mean((a - b).reshape(len(a), -1) ** 2, axis=1)
