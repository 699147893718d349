# feedback: loses all digits in float32
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, np.float32), np.asarray(center, np.float32)
    return (z**2).sum(1) - 2 * z @ c + (c**2).sum()
