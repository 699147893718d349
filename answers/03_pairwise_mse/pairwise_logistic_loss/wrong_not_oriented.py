# feedback: Each pair is compared in the order of the list
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    i, j = np.triu_indices(len(s), k=1)
    keep = r[i] != r[j]
    if not keep.any():
        return 0.0
    return float(np.mean(np.logaddexp(0, -(s[i] - s[j])[keep])))
