# SciPy's logarithm of the sigmoid
from scipy.special import log_expit


def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    ordered = relevance[:, None] > relevance[None, :]
    margin = scores[:, None] - scores[None, :]
    return -np.mean(log_expit(margin[ordered])) if np.any(ordered) else 0
