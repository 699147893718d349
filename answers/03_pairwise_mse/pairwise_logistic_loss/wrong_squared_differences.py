# feedback: This is a squared error
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    i, j = np.nonzero(r[:, None] > r[None, :])
    if not len(i):
        return 0.0
    loss = np.logaddexp(0.0, s[j] - s[i])
    return np.mean((s[i] - s[j] - (r[i] - r[j])) ** 2)
