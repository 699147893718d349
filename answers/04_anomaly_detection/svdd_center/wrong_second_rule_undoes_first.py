# feedback: All below eps go to +eps
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    center[(center < 0) & (center > -eps)] = -eps
    center[center < eps] = eps
    return center
