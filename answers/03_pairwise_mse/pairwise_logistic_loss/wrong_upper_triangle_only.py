# feedback: Only pairs i < j are compared
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    i, j = np.triu_indices(len(scores), k=1)
    keep = relevance[i] > relevance[j]
    return np.logaddexp(0, scores[j] - scores[i])[keep].mean() if keep.any() else 0.0
