# feedback: set them to ±eps
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(np.abs(c) < eps, c + np.where(c < 0, -eps, eps), c)
