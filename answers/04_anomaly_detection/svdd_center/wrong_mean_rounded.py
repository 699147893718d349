# feedback: The centre is rounded
def svdd_center(embeddings, eps=0.1):
    center = np.round(np.mean(np.asarray(embeddings, dtype=float), axis=0), 2)
    return np.where(np.abs(center) < eps, np.where(center < 0, -eps, eps), center)
