# feedback: Pairs count in both orders
def pairwise_logistic_loss(scores, relevance):
    scores, relevance = np.asarray(scores, dtype=float), np.asarray(relevance)
    t = []
    for i in range(len(scores)):
        for j in range(len(scores)):
            if relevance[i] - relevance[j] > 0:
                t.append(np.logaddexp(0, scores[j] - scores[i]))
    return float(np.mean(t)) if t else 0.0
