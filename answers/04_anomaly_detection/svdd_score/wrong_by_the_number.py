# feedback: This divides by 3
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return np.sum((z - c) ** 2, axis=1) / len(z)
