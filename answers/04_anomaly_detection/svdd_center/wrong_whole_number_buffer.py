# feedback: Decimals are cut off
def svdd_center(embeddings, eps=0.1):
    embeddings = np.asarray(embeddings)
    center = np.zeros_like(embeddings[0])
    center[:] = embeddings.mean(axis=0)
    center = center.astype(float)
    center[(np.abs(center) < eps) & (center < 0)] = -eps
    center[(np.abs(center) < eps) & (center >= 0)] = eps
    return center
