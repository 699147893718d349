# feedback: do not convert it to their type
def svdd_score(embeddings, center):
    embeddings = np.asarray(embeddings)
    center = np.asarray(center).astype(embeddings.dtype)
    return np.sum((embeddings.astype(float) - center) ** 2, axis=1)
