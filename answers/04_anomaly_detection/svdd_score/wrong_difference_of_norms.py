# feedback: ‖z‖ − ‖c‖, not
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return np.abs(np.linalg.norm(z, axis=1) - np.linalg.norm(c))
