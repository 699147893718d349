# feedback: it is the argument that counts
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return ((z - z.mean(axis=0)) ** 2).sum(axis=1)
