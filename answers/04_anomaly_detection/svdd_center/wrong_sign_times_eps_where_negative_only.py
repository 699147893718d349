# feedback: A positive coordinate close to 0 is left
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    c[(c > -eps) & (c < 0)] = -eps
    return c
