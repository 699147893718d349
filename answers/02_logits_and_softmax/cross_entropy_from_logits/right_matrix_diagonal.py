# the diagonal of a matrix product, NumPy in float32
def cross_entropy_from_logits(labels, logits):
    x = np.array(logits, dtype=np.float32)
    x = x - x.max(axis=1)[:, None]
    log_p = x - np.log(np.exp(x).sum(axis=1))[:, None]
    return -np.diag(log_p @ np.asarray(labels, dtype=np.float32).T)
