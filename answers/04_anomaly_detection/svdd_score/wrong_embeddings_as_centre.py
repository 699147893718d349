# feedback: do not convert them to the centre's type
def svdd_score(embeddings, center):
    c = np.asarray(center)
    return np.sum((np.asarray(embeddings).astype(c.dtype) - c) ** 2.0, axis=1)
