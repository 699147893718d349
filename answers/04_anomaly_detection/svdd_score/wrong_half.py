# feedback: This is half of it
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return 0.5 * ((z - c) ** 2).sum(axis=1)
