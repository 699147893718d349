# positive and negative coordinates clipped on their own
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(c >= 0, np.maximum(c, eps), np.minimum(c, -eps))
