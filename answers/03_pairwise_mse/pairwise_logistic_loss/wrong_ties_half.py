# feedback: Ties count here
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    i, j = np.nonzero(r[:, None] > r[None, :])
    if not len(i):
        return 0.0
    loss = np.logaddexp(0.0, s[j] - s[i])
    a, b = np.triu_indices(len(s), k=1)
    tie = r[a] == r[b]
    m = (s[a] - s[b])[tie]
    return (loss.sum() + np.sum(np.logaddexp(0, m) + np.logaddexp(0, -m)) / 2) / len(a)
