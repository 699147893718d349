# feedback: take the mean first
def svdd_center(embeddings, eps=0.1):
    e = np.asarray(embeddings, dtype=float)
    e = np.where(np.abs(e) < eps, np.where(e < 0, -eps, eps), e)
    return e.mean(axis=0)
