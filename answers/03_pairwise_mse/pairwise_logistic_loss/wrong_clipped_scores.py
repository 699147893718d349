# feedback: keeps the loss from growing
def pairwise_logistic_loss(scores, relevance):
    s, r = np.clip(np.asarray(scores, float), -50, 50), np.asarray(relevance, float)
    table = r[:, None] > r[None, :]
    if not table.any():
        return 0.0
    return float(np.mean(np.logaddexp(0, -(s[:, None] - s[None, :])[table])))
