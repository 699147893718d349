# feedback: The second is the share of normals not flagged || The recall is 1 here
def precision_recall(scores, is_anomaly, threshold):
    scores, y = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    f = scores > threshold
    return (y[f].mean() if f.any() else 1.0), 1 - f[~y].mean() if (~y).any() else 0.0
