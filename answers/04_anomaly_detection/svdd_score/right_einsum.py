# einsum, in the type that comes
def svdd_score(embeddings, center):
    d = np.asarray(embeddings) - np.asarray(center)
    return np.einsum('ij,ij->i', d, d)
