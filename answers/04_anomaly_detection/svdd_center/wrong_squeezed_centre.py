# feedback: is an array (1,), not a number
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0).squeeze()
    return np.where(np.abs(center) < eps, np.where(center < 0, -eps, eps), center)
