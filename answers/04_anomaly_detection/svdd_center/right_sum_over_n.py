# the sum over n, in float32
def svdd_center(embeddings, eps=0.1):
    e = np.asarray(embeddings, np.float32)
    c = e.sum(0) / len(e)
    return np.array([v if abs(v) >= eps else (-eps if v < 0 else eps) for v in c])
