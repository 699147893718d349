# feedback: This is a column
def svdd_score(embeddings, center):
    difference = np.asarray(embeddings, dtype=float) - np.asarray(center, dtype=float)
    return np.sum(difference ** 2, axis=1, keepdims=True)
