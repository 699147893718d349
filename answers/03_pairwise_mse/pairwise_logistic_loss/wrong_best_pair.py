# feedback: the smallest loss of a pair
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    i, j = np.nonzero(r[:, None] > r[None])
    if len(i) == 0:
        return 0.0
    m = s[i] - s[j]
    return float(np.min(np.logaddexp(0, -m)))
