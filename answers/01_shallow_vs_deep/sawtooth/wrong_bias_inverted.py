# feedback: The second ReLU sees ½ − x
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(0.5 - x, 0)
    return x
