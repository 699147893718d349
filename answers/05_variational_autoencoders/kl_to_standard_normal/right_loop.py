# two loops and math
import math


def kl_to_standard_normal(mean, log_var):
    mean, log_var = (np.asarray(v, dtype=float) for v in (mean, log_var))
    result = []
    for means, log_vars in zip(mean.tolist(), log_var.tolist()):
        total = 0.0
        for m, v in zip(means, log_vars):
            total += 0.5 * (m * m + math.exp(v) - 1.0 - v)
        result.append(total)
    return result
