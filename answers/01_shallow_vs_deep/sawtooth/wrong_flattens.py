# feedback: The answer is flat || keep its shape
def sawtooth(x, depth):
    x = np.ravel(x).astype(float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return x
