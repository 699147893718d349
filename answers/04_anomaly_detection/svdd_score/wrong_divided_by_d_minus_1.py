# feedback: This divides by 3
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return ((z - c) ** 2).sum(axis=1) / (z.shape[1] - 1)
