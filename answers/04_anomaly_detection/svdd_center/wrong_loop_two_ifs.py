# feedback: All below eps go to +eps
def svdd_center(embeddings, eps=0.1):
    c = np.asarray(embeddings, float).mean(axis=0)
    for i in range(len(c)):
        if c[i] < eps:
            c[i] = eps
    return c
