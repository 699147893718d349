# feedback: The square is squared again
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return ((z - c) ** 2).sum(axis=1) ** 2
