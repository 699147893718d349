# feedback: −0 is the index 0 || its position is one too high
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.sort(np.asarray(normal_scores))
    k = int(np.floor(max_fpr * len(scores) + 1e-9))
    return float(scores[-k])
