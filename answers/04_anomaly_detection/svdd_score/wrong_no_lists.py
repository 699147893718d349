# feedback: np.asarray(…) makes an array
def svdd_score(embeddings, center):
    d = embeddings - center
    return (d**2).sum(axis=1)
