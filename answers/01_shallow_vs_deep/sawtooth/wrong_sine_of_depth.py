# feedback: This is a sine
def sawtooth(x, depth):
    x = np.asarray(x, float)
    return x if depth == 0 else np.abs(np.sin(2 ** (depth - 1) * np.pi * x))
