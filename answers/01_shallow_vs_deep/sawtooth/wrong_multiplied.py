# feedback: twice the tent map
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    return x if depth == 0 else depth * (2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0))
