# feedback: Coordinates close to 0 are left || None is moved
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return c
