# feedback: is rounded up; round it down
import math


def threshold_at_fpr(normal_scores, max_fpr):
    s = np.sort(np.asarray(normal_scores))[::-1]
    return s[min(math.ceil(max_fpr * len(s) - 1e-9), len(s) - 1)]
