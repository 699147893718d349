# feedback: This is a sine
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    for _ in range(depth):
        x = np.sin(np.pi * x)
    return x
