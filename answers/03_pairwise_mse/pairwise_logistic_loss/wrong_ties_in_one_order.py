# feedback: Ties count here, in one order
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    table = relevance[:, None] > relevance[None, :]
    if not table.any():
        return 0.0
    margin = scores[:, None] - scores[None, :]
    o = np.argsort(-relevance)
    s = scores[o]
    i, j = np.triu_indices(len(s), k=1)
    return float(np.mean(np.logaddexp(0, s[j] - s[i])))
