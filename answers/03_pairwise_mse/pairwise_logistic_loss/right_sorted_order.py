# sorted by relevance first, then the pairs above the diagonal
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    order = np.argsort(-relevance, kind="stable")
    scores, relevance = scores[order], relevance[order]
    i, j = np.triu_indices(len(scores), k=1)
    i, j = i[relevance[i] != relevance[j]], j[relevance[i] != relevance[j]]
    return float(np.logaddexp(0, scores[j] - scores[i]).mean()) if len(i) else 0.0
