# feedback: Only one difference counts
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    out = []
    for row in z:
        total = 0
        for a, b in zip(row, c):
            total = (a - b) ** 2
        out.append(total)
    return np.array(out)
