# recursion, three ReLUs
def sawtooth(x, depth):
    relu = lambda z: np.maximum(np.array(z, float), 0)
    if depth == 0:
        return np.array(x, float)
    inner = sawtooth(x, depth - 1)
    return relu(2 * relu(inner) - 4 * relu(inner - 0.5))
