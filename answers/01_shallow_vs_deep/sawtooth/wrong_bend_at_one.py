# feedback: bend at ½, not at 1 || Above ½ the slope should be −2, not 2
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 1, 0)
    return x
