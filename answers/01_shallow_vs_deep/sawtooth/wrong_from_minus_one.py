# feedback: from −1 to 1
def sawtooth(x, depth):
    from scipy import signal
    x = np.asarray(x, float)
    return x if depth == 0 else signal.sawtooth(2 * np.pi * 2 ** (depth - 1) * x, 0.5)
