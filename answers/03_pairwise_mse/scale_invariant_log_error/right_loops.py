# Python loops and math.log
import math


def scale_invariant_log_error(depth_true, depth_pred):
    true, pred = np.asarray(depth_true, dtype=float), np.asarray(depth_pred, dtype=float)
    answer = []
    for a, b in zip(true, pred):
        d = [math.log(q) - math.log(p) for p, q in zip(np.ravel(a).tolist(), np.ravel(b).tolist())]
        squares = [(d[i] - d[j]) ** 2 for i in range(len(d)) for j in range(i)]
        answer.append(sum(squares) / len(squares) if squares else 0.0)
    return np.array(answer)
