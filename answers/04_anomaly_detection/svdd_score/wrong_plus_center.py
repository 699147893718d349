# feedback: The centre is added
def svdd_score(embeddings, center):
    d = np.asarray(embeddings, float) + np.asarray(center, float)
    return np.sum(d**2, axis=1)
