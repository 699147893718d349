# feedback: A negative coordinate close to 0 is left
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    c[(c >= 0) & (c < eps)] = eps
    return c
