# maximum of the absolute value and eps, times the sign
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(c < 0, -1.0, 1.0) * np.maximum(np.abs(c), eps)
