# copysign, with −0 made +0 first
def svdd_center(embeddings, eps=0.1):
    c = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(np.abs(c) < eps, np.copysign(eps, c + 0.0), c)
