# feedback: divides by the number of embeddings
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return np.sum((z - c) ** 2, axis=1) / len(z)
