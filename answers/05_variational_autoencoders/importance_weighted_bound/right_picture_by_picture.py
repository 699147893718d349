# a loop over pictures and math
import math


def importance_weighted_bound(log_joint, log_q):
    log_joint, log_q = (np.asarray(v, dtype=float) for v in (log_joint, log_q))
    bounds = []
    for w in (log_joint - log_q).T.tolist():
        top = max(w)
        bounds.append(top + math.log(math.fsum([math.exp(v - top) for v in w]) / len(w)))
    return bounds
