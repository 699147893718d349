# feedback: 8 bits are too few
def reconstruction_error(images, reconstructions):
    d = np.asarray(images)
    e = np.asarray(reconstructions)
    if d.dtype == np.uint8 and e.dtype == np.uint8:
        d, e = d.astype(np.int8), e.astype(np.int8)
    s = (d - e) ** 2
    return s.reshape(len(s), -1).mean(axis=1)
