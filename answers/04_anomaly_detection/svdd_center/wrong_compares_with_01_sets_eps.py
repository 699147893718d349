# feedback: what the coordinates are compared with
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(np.abs(center) < 0.1, np.where(center < 0, -eps, eps), center)
