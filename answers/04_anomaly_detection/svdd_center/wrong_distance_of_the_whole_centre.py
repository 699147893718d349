# feedback: is each mean compared || Coordinates close to 0 are left as they are
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    if np.linalg.norm(center) < eps:
        center = np.where(center < 0, -eps, eps)
    return center
