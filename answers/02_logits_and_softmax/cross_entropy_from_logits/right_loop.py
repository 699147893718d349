# plain Python, sample by sample
import math


def cross_entropy_from_logits(labels, logits):
    losses = []
    for y, row in zip(np.asarray(labels).tolist(), np.asarray(logits).tolist()):
        top = np.max(row)
        log_sum = top + math.log(math.fsum(math.exp(v - top) for v in row))
        losses.append(math.fsum(weight * (log_sum - v) for weight, v in zip(y, row)))
    return losses
