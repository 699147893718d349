# feedback: Without pairs return 0
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    i, j = np.nonzero(r[:, None] > r[None])
    if len(i) == 0:
        return float(np.log(2))
    return float(np.mean(np.logaddexp(0, -(s[i] - s[j]))))
