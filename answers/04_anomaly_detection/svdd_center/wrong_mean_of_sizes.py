# feedback: The sizes are averaged
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.abs(np.asarray(embeddings, dtype=float)), axis=0)
    return np.maximum(c, eps)
