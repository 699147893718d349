# feedback: This is each pair's loss
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    table = r[:, None] > r[None, :]
    if not table.any():
        return 0.0
    m = (s[:, None] - s[None, :])[table]
    return np.logaddexp(0, -m)
