# feedback: The answer is made of whole numbers
def reconstruction_error(images, reconstructions):
    a, b = np.asarray(images, float), np.asarray(reconstructions, float)
    result = np.zeros(len(a), dtype=int)
    for i in range(len(a)):
        result[i] = np.mean((a[i] - b[i]) ** 2)
    return result
