# the expanded square, in float64
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return (z**2).sum(1) - 2 * z @ c + (c**2).sum()
