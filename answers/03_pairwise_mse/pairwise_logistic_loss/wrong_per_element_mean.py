# feedback: averaged per element first
def pairwise_logistic_loss(scores, relevance):
    s, r = np.asarray(scores, float), np.asarray(relevance, float)
    means = []
    for i in range(len(s)):
        below = [np.logaddexp(0, -(s[i] - s[j])) for j in range(len(s)) if r[i] > r[j]]
        if below:
            means.append(np.mean(below))
    return float(np.mean(means)) if means else 0.0
