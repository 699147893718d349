# feedback: This is the distance from 0
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return (z**2).sum(axis=1)
