# sort, then one pass over groups of equal scores, no NumPy
def roc_auc(scores, is_anomaly):
    pairs = sorted(zip([float(s) for s in scores], [bool(a) for a in is_anomaly]))
    m = sum(1 for _, a in pairs if a)
    n = len(pairs) - m
    if m == 0 or n == 0:
        raise ValueError("one class only")
    wins, below, i = 0.0, 0, 0
    while i < len(pairs):
        j = i
        normal = anomalies = 0
        while j < len(pairs) and pairs[j][0] == pairs[i][0]:
            if pairs[j][1]:
                anomalies += 1
            else:
                normal += 1
            j += 1
        wins += anomalies * (below + normal / 2)
        below += normal
        i = j
    return wins / (m * n)
