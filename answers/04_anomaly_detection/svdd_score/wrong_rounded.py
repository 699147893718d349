# feedback: The scores are rounded
def svdd_score(embeddings, center):
    d = np.asarray(embeddings, float) - np.asarray(center, float)
    return np.round(np.sum(d**2, axis=1), 2)
