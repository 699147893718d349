# feedback: The bend moves
def sawtooth(x, depth):
    x = np.asarray(x, float)
    for k in range(1, depth + 1):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5 ** k, 0)
    return x
