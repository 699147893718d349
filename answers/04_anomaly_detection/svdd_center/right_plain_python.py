# plain Python, one coordinate at a time
def svdd_center(embeddings, eps=0.1):
    rows = [list(map(float, row)) for row in embeddings]
    out = []
    for column in zip(*rows):
        mean = sum(column) / len(column)
        if abs(mean) < eps:
            mean = eps if mean >= 0 else -eps
        out.append(mean)
    return out
