# the squared norm of the difference
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return np.linalg.norm(z - c, axis=1) ** 2
