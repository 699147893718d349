# the decimal module, from the largest score downwards
from decimal import Decimal


def threshold_at_fpr(normal_scores, max_fpr):
    s = sorted((float(v) for v in normal_scores), reverse=True)
    k = int(Decimal(str(max_fpr)) * len(s))
    return s[min(k, len(s) - 1)]
