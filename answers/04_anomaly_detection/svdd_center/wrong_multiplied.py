# feedback: are multiplied by eps
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    center[np.abs(center) < eps] *= eps
    return center
