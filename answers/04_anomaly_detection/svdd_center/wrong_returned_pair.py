# feedback: one array is expected, not 2
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(np.abs(center) < eps, np.where(center < 0, -eps, eps), center), eps
