# feedback: A coordinate close to 0, not at 0, is left || is left; it goes to −eps
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    i = np.argmin(np.abs(center))
    if abs(center[i]) < eps:
        center[i] = -eps if center[i] < 0 else eps
    return center
