# feedback: A coordinate close to 0, not at 0, is left || are left as they are
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    center[center == 0] = eps
    return center
