# feedback: changes its input
def svdd_score(embeddings, center):
    z = np.asarray(embeddings, dtype=float)
    z -= np.asarray(center, dtype=float)
    return np.sum(z**2, axis=1)
