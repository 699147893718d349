# feedback: This is the root of their mean
def svdd_score(embeddings, center):
    d = np.asarray(embeddings, float) - np.asarray(center, float)
    return np.sqrt(np.mean(d**2, axis=1))
