# feedback: Is center[k] changed || Coordinates close to 0 are left as they are
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    for coordinate in center:
        if abs(coordinate) < eps:
            coordinate = -eps if coordinate < 0 else eps
    return center
