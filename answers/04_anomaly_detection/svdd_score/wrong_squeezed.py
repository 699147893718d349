# feedback: A single embedding gives a number
from scipy.spatial.distance import cdist
def svdd_score(embeddings, center):
    z, c = np.asarray(embeddings, dtype=float), np.asarray(center, dtype=float)
    return np.squeeze(cdist(z, c[None, :], "sqeuclidean"))
