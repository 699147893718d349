# another closed form, by arcus cosine
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    if depth == 0:
        return x
    return np.arccos(np.clip(np.cos(np.pi * 2**depth * x), -1, 1)) / np.pi
