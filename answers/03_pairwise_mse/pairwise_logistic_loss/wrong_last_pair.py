# feedback: Only the last pair is left
def pairwise_logistic_loss(scores, relevance):
    total, count = 0.0, 0
    for i in range(len(scores)):
        for j in range(len(scores)):
            if relevance[i] > relevance[j]:
                total = np.logaddexp(0, scores[j] - scores[i])
                count += 1
    return total / count if count else 0.0
