# feedback: This is a variance
def svdd_score(embeddings, center):
    d = np.asarray(embeddings, float) - np.asarray(center, float)
    return np.var(d, axis=1)
