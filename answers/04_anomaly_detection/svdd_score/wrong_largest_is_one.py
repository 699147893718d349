# feedback: divided by the largest one
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    d = np.sum((z - c) ** 2, axis=1)
    return d / d.max()
