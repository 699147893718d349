# feedback: This is the cosine
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return z @ c / np.linalg.norm(z, axis=1) / np.linalg.norm(c)
