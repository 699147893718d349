# feedback: This falls with the distance
def svdd_score(embeddings, center):
    d = np.asarray(embeddings, float) - np.asarray(center, float)
    return np.exp(-np.sum(d**2, axis=1))
