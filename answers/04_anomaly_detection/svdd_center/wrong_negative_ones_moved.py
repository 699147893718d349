# feedback: All negative ones go to −eps
def svdd_center(embeddings, eps=0.1):
    center = np.asarray(embeddings, dtype=float).mean(axis=0)
    return np.where(center < 0, -eps, np.maximum(center, eps))
