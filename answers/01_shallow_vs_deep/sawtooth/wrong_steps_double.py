# feedback: Applied four times at depth 3
def sawtooth(x, depth):
    def tent(z):
        return np.where(z <= 0.5, 2 * z, 2 - 2 * z)

    def twice(f):
        return lambda z: f(f(z))

    step = tent if depth else np.array
    for _ in range(1, depth):
        step = twice(step)
    return step(np.asarray(x, dtype=float))
