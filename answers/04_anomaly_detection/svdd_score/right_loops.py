# plain Python
def svdd_score(embeddings, center):
    return [sum((float(a) - float(b)) ** 2 for a, b in zip(row, center)) for row in embeddings]
