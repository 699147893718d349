# feedback: A coordinate has lost its sign
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.maximum(np.abs(c), eps)
