# feedback: The second ReLU sees 2x
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0)
        x = x - 4 * np.maximum(x - 0.5, 0)
    return x
