# feedback: Decimals are cut off || One score more than allowed
def threshold_at_fpr(normal_scores, max_fpr):
    scores = np.asarray(normal_scores)
    candidates, counts = np.unique(scores, return_counts=True)
    share_above = (len(scores) - np.cumsum(counts)) / len(scores)
    return int(candidates[np.argmax(share_above <= max_fpr)])
