# feedback: summed and then squared
def svdd_score(embeddings, center):
    return [sum((a - b) for a, b in zip(z, center)) ** 2 for z in np.asarray(embeddings, float)]
