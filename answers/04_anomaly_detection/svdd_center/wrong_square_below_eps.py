# feedback: The square is compared with eps || Use the argument
def svdd_center(embeddings, eps=0.1):
    z = np.asarray(embeddings, dtype=float)
    c = z.mean(axis=0)
    return np.where(c**2 < eps, np.where(c < 0, -eps, eps), c)
