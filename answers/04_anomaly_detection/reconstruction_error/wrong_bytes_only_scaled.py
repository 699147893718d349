# feedback: The images were divided by 255 || One of the two was divided
def scaled(x):
    x = np.asarray(x)
    return x / 255 if x.dtype == np.uint8 else x.astype(float)


def reconstruction_error(images, reconstructions):
    d = scaled(images) - scaled(reconstructions)
    return (d**2).reshape(len(d), -1).mean(axis=1)
