# feedback: the base-2 loss
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, float), np.asarray(relevance, float)
    table = r[:, None] > r[None, :]
    if not table.any():
        return 0.0
    return float(np.mean(np.logaddexp(0, -(s[:, None] - s[None, :])[table])) / np.log(2))
