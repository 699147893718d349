# feedback: These are absolute differences
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return np.abs(z - c).sum(axis=1)
