# exact fractions
from fractions import Fraction


def threshold_at_fpr(normal_scores, max_fpr):
    s = sorted(float(v) for v in normal_scores)
    k = int(Fraction(str(max_fpr)) * len(s))
    return s[max(len(s) - 1 - k, 0)]
