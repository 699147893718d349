# feedback: are left as they are || None is moved
def svdd_center(embeddings, eps=0.1):
    return np.mean(np.asarray(embeddings, float), axis=0)
