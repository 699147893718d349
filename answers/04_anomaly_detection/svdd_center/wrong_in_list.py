# feedback: Decimals are cut off before the rule
def svdd_center(embeddings, eps=0.1):
    c = np.asarray(embeddings).mean(axis=0).astype(np.asarray(embeddings).dtype)
    return np.where(np.abs(c) < eps, np.where(c < 0, -eps, eps), c)
