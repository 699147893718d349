# feedback: too few digits are kept
def svdd_score(embeddings, center):
    d = np.asarray(embeddings, np.float16) - np.asarray(center, np.float16)
    return (d.astype(float) ** 2).sum(axis=1)
