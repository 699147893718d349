# feedback: A coordinate that is 0 stays 0
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(np.abs(c) < eps, eps * np.sign(c), c)
