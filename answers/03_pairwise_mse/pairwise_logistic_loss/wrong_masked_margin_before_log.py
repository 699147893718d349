# feedback: enter as log(2)
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, float), np.asarray(relevance, float)
    table = (r[:, None] > r[None, :]).astype(float)
    loss = np.logaddexp(0, -(s[:, None] - s[None, :]) * table)
    return float(loss.sum() / max(table.sum(), 1))
