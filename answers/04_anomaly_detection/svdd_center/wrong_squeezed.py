# feedback: np.squeeze drops the axis of a single embedding || is an array (1,)
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.squeeze(np.asarray(embeddings, dtype=float)), axis=0)
    return np.where(np.abs(center) < eps, np.where(center < 0, -eps, eps), center)
