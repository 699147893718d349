# not made of ReLUs, but the same function: a triangle wave in closed form
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    return x * 1.0 if depth == 0 else 1 - np.abs(1 - np.mod(2**depth * x, 2))
