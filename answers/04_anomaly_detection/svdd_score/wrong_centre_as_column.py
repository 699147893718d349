# feedback: one number of the centre is subtracted || The shapes would fit
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return ((z - c[:, None]) ** 2).sum(axis=1)
