# feedback: are set to 0
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    c[np.abs(c) < eps] = 0
    return c
