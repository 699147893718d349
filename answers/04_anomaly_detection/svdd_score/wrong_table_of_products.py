# feedback: the scores are on its diagonal
def svdd_score(embeddings, center):
    d = np.asarray(embeddings, float) - np.asarray(center, float)
    return d @ d.T
