# SciPy's pairwise distances
from scipy.spatial.distance import cdist


def svdd_score(embeddings, center):
    return cdist(np.atleast_2d(np.asarray(embeddings, float)), np.asarray(center, float)[None], 'sqeuclidean')[:, 0]
