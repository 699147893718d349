# feedback: its equals are not above
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    falling = np.sort(scores)[::-1]
    k = min(max(round(max_fpr * len(falling)) - 1, 0), len(falling) - 1)
    while k > 0 and np.mean(scores >= falling[k]) > max_fpr + 1e-12:
        k -= 1
    return float(falling[k])
