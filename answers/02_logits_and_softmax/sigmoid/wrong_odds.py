# feedback: These are the odds
def sigmoid(x):
    return np.exp(np.clip(np.asarray(x, dtype=float), -700, 700))
