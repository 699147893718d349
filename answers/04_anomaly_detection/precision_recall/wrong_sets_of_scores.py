# feedback: A repeated score is counted once
def precision_recall(scores, is_anomaly, threshold):
    s, a = list(np.asarray(scores).tolist()), np.asarray(is_anomaly).astype(bool).tolist()
    f = {x for x in s if x > threshold}; an = {x for x, y in zip(s, a) if y}
    tp = len(f & an)
    return (tp / len(f) if f else 1.0), tp / len(an)
