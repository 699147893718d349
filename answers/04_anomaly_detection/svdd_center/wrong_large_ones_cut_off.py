# feedback: Large coordinates are cut off
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(center >= 0, np.clip(center, eps, 10), np.clip(center, -10, -eps))
