# feedback: changes its input
def sigmoid(x):
    if isinstance(x, np.ndarray):
        x *= -1
    else:
        x = -np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(np.clip(x, -700, 700)))
