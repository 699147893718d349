# feedback: The images were divided by 255
def reconstruction_error(images, reconstructions):
    a, b = np.asarray(images), np.asarray(reconstructions)
    if a.max() > 1:
        a, b = a / 255, b / 255
    return np.mean((a - b).reshape(len(a), -1) ** 2, axis=1)
