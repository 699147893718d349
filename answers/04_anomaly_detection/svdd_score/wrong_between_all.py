# feedback: has another shape
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return np.sum((z[:, None] - z[None]) ** 2, axis=2)
