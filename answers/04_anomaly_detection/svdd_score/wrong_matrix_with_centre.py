# feedback: This is a column
from scipy.spatial.distance import cdist


def svdd_score(embeddings, center):
    return cdist(np.asarray(embeddings, float), np.asarray(center, float)[None], "sqeuclidean")
