# feedback: however close to 0 it is
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(np.abs(center) < eps, np.sign(center + 1e-3) * eps, center)
