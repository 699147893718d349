# signed integers first, then floats
def reconstruction_error(images, reconstructions):
    if np.asarray(images).dtype.kind in 'ui' and np.asarray(reconstructions).dtype.kind in 'ui':
        d = np.asarray(images, np.int64) - np.asarray(reconstructions, np.int64)
    else:
        d = np.asarray(images, float) - np.asarray(reconstructions, float)
    return (d.reshape(len(d), -1) ** 2).mean(1)
