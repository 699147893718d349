# feedback: Axes of length 1
def sawtooth(x, depth):
    x = np.asarray(x, float)
    for _ in range(depth):
        x = np.where(x <= 0.5, 2 * x, 2 - 2 * x)
    return np.squeeze(x)
