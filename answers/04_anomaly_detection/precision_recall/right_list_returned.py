# a list of two, products of 0 and 1
def precision_recall(scores, is_anomaly, threshold):
    y = np.array(is_anomaly, dtype=int)
    f = (np.array(scores) > threshold).astype(int)
    return [(f @ y) / f.sum() if f.sum() > 0 else 1.0, (f @ y) / y.sum()]
