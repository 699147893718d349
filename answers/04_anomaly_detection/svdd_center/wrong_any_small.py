# feedback: All coordinates go to eps
def svdd_center(embeddings, eps=0.1):
    c = np.asarray(embeddings, float).mean(axis=0)
    if np.any(np.abs(c) < eps):
        c = np.where(c < 0, -eps, eps)
    return c
