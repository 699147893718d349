# feedback: does not begin at (0, 0)
def roc_auc(scores, is_anomaly):
    scores, flags = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    if flags.all() or not flags.any():
        raise ValueError("one kind only")
    order = np.argsort(-scores.astype(float), kind="stable")
    scores, flags = scores[order], flags[order]
    last = np.append(scores[1:] != scores[:-1], True)
    found, false = (np.cumsum(part)[last] / part.sum() for part in (flags, ~flags))
    return float(np.sum(np.diff(false) * (found[1:] + found[:-1]) / 2))
