# feedback: The pair of 2.5 and 2 is missing || count as a tie
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, float), np.asarray(relevance).astype(int)
    table = r[:, None] > r[None, :]
    if not table.any():
        return 0.0
    return float(np.mean(np.logaddexp(0, -(s[:, None] - s[None, :])[table])))
