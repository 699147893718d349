# feedback: stands on its head
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    return np.abs((2**depth * x) % 2 - 1)
