# feedback: The answer at depth 10 || in which precision is it computed
def sawtooth(x, depth):
    x = np.asarray(x, dtype=np.float16)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - np.float16(0.5), 0)
    return x
