# feedback: a softmax cross-entropy
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    if (r[:, None] == r).all():
        return 0.0
    a = np.exp(r - r.max()); a /= a.sum()
    z = s - s.max()
    return float(-(a * (z - np.log(np.exp(z).sum()))).sum())
