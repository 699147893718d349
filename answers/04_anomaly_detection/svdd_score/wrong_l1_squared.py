# feedback: summed and then squared
def svdd_score(embeddings, center):
    d = np.asarray(embeddings, float) - np.asarray(center, float)
    return np.linalg.norm(d, ord=1, axis=1) ** 2
