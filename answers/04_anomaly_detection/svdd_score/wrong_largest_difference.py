# feedback: Only one difference counts
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return ((z - c) ** 2).max(axis=1)
