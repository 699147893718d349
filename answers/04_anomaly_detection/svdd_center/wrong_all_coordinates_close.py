# feedback: is each mean compared || Coordinates close to 0 are left as they are
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    if np.all(np.abs(c) < eps):
        return np.where(c < 0, -eps, eps)
    return c
