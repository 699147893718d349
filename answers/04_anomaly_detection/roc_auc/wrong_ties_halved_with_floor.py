# feedback: ½ of a tie is lost
def roc_auc(scores, is_anomaly):
    scores, anomalous = np.asarray(scores), np.asarray(is_anomaly).astype(bool)
    normal, anomalies = np.sort(scores[~anomalous]), scores[anomalous]
    if len(normal) == 0 or len(anomalies) == 0:
        raise ValueError("Both normal samples and anomalies are needed.")
    below = np.searchsorted(normal, anomalies, side="left")
    ties = np.searchsorted(normal, anomalies, side="right")
    return float(np.mean((below + ties) // 2) / len(normal))
