# feedback: Above ½ the slope should be −2, not -1
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 3 * np.maximum(x - 0.5, 0)
    return x
