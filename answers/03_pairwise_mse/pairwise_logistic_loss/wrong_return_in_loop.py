# feedback: Only the first pair is counted
def pairwise_logistic_loss(scores, relevance):
    for i in range(len(scores)):
        for j in range(len(scores)):
            if relevance[i] > relevance[j]:
                return np.logaddexp(0, scores[j] - scores[i])
    return 0.0
