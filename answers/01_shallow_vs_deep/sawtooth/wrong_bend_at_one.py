# feedback: takes away slope 4, not 0 || This is twice the tent map
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 1, 0)
    return x
