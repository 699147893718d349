# feedback: draw numbers that its arguments do not fix || goes to −eps
def svdd_center(embeddings, eps=0.1):
    center = np.mean(np.asarray(embeddings, dtype=float), axis=0)
    return np.where(np.abs(center) < eps, np.random.choice([-eps, eps], center.shape), center)
