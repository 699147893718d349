# feedback: The cross term −2 z·c is missing
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return (z**2).sum(axis=1) + (c**2).sum()
