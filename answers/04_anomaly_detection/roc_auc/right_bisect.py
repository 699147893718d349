# bisect from the standard library, in a loop over the anomalies
from bisect import bisect_left, bisect_right


def roc_auc(scores, is_anomaly):
    flags = [bool(flag) for flag in is_anomaly]
    normal = sorted(float(s) for s, a in zip(scores, flags) if not a)
    anomalies = [float(s) for s, a in zip(scores, flags) if a]
    if not normal or not anomalies:
        raise ValueError
    total = 0
    for s in anomalies:
        total += bisect_left(normal, s) + bisect_right(normal, s)
    return total / 2 / len(normal) / len(anomalies)
