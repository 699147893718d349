# feedback: Ties count here, as log(2)
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance, dtype=float)
    i, j = np.triu_indices(len(scores), k=1)
    order = np.sign(relevance[i] - relevance[j])
    if not order.any():
        return 0.0
    return float(np.mean(np.logaddexp(0.0, -order * (scores[i] - scores[j]))))
