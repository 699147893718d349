# feedback: All below eps go to +eps
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.maximum(c, eps)
