# feedback: twice the tent map || 0 everywhere
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    return depth * (2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0))
