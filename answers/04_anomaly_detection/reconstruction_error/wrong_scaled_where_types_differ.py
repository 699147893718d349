# feedback: One of the two was divided by 255
def reconstruction_error(images, reconstructions):
    x, y = np.asarray(images), np.asarray(reconstructions)
    if x.dtype == np.uint8 and y.dtype.kind == "f":
        x = x / 255
    d = x.astype(float) - y.astype(float)
    return (d**2).reshape(len(d), -1).mean(axis=1)
