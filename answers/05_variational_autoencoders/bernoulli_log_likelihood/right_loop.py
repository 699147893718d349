# a loop over pixels and math
import math


def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    result = np.zeros(len(x))
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            a = float(logits[i, j])
            result[i] += float(x[i, j]) * a - max(a, 0.0) - math.log1p(math.exp(-abs(a)))
    return result
