# the double sum of the chain rule, in loops
import math


def cross_entropy_gradient(labels, logits):
    labels = np.asarray(labels).tolist()
    rows = np.asarray(logits).tolist()
    result = np.zeros((len(rows), len(rows[0])))
    for s, (y, row) in enumerate(zip(labels, rows)):
        top = np.max(row)
        e = [math.exp(v - top) for v in row]
        p = [v / math.fsum(e) for v in e]
        for i in range(len(row)):
            for k in range(len(row)):
                result[s, i] -= y[k] * ((1.0 if i == k else 0.0) - p[i])
    return result
