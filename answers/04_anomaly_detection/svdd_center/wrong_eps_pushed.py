# feedback: eps is added everywhere
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.sign(c) * (np.abs(c) + eps)
