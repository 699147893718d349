# feedback: This is the last embedding
def svdd_center(embeddings, eps=0.1):
    z = np.asarray(embeddings, dtype=float)
    c = z[-1]
    return np.where(np.abs(c) < eps, np.where(c < 0, -eps, eps), c)
