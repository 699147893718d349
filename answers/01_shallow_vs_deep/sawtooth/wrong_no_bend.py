# feedback: Above ½ the slope should be −2, not 2
def sawtooth(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0)
    return x
