# two loops, the stable form written out
import math


def pairwise_logistic_loss(scores, relevance):
    total, pairs = 0.0, 0
    for s_i, r_i in zip(scores, relevance):
        for s_j, r_j in zip(scores, relevance):
            if r_i > r_j:
                z = float(s_j - s_i)
                total += max(z, 0.0) + math.log1p(math.exp(-abs(z)))
                pairs += 1
    return total / pairs if pairs else 0.0
