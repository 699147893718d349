# feedback: A pair in the wrong order costs only z
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    table = relevance[:, None] > relevance
    if not table.any():
        return 0.0
    z = (scores - scores[:, None])[table]
    return float(np.mean(np.where(z > 0, z, np.log1p(np.exp(-np.abs(z))))))
