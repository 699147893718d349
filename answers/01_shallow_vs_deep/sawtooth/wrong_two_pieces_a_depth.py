# feedback: These are 2 · depth pieces; depth k has 2^k.
def sawtooth(x, depth):
    x = np.asarray(x, float)
    if depth < 1:
        return x
    share = (depth * x) % 1
    return np.minimum(2 * share, 2 - 2 * share)
