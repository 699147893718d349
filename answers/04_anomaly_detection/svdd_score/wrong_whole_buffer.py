# feedback: The answer is made of whole numbers
def svdd_score(embeddings, center):
    z = np.asarray(embeddings)
    s = np.zeros(len(z), dtype=z.dtype)
    for i in range(len(z)):
        s[i] = np.sum((z[i] - np.asarray(center, float)) ** 2)
    return s
