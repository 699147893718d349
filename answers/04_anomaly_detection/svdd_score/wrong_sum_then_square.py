# feedback: summed and then squared
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return (z - c).sum(axis=1) ** 2
