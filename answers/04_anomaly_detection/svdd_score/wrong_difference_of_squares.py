# feedback: is not ‖z − c‖²
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return (z**2).sum(axis=1) - (c**2).sum()
