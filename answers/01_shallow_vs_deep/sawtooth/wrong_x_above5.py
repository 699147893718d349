# feedback: above, take 2 − 2x
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = np.where(x <= 0.5, 2 * x, 2 * x - 1)
    return x
