# feedback: middle between the smallest and the largest
def svdd_center(embeddings, eps=0.1):
    z = np.asarray(embeddings, dtype=float)
    c = (z.min(axis=0) + z.max(axis=0)) / 2
    return np.where(np.abs(c) < eps, np.where(c < 0, -eps, eps), c)
