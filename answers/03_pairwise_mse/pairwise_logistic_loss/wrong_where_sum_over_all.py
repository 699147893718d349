# feedback: divided by n. || This is half of it
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, float), np.asarray(relevance, float)
    table = r[:, None] > r[None, :]
    loss = np.where(table, np.logaddexp(0, -(s[:, None] - s[None, :])), 0)
    return float(loss.sum() / max(len(s), 1))
