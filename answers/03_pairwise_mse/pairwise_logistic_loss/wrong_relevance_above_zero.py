# feedback: Only relevance 0 and the rest are paired || The pair of 2.5 and 2 is missing
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, float), np.asarray(relevance)
    good, bad = s[r > 0], s[r <= 0]
    if not len(good) or not len(bad):
        return 0.0
    return float(np.mean(np.logaddexp(0, -(good[:, None] - bad[None, :]))))
