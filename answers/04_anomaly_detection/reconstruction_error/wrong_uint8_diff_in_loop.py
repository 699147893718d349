# feedback: The differences wrapped around
def reconstruction_error(images, reconstructions):
    result = []
    for a, b in zip(np.asarray(images), np.asarray(reconstructions)):
        result.append(np.mean((a - b).astype(float) ** 2))
    return np.array(result)
