# feedback: gives each input of a layer a bias
def parameter_count(widths):
    w = list(widths)[::-1]
    return sum((a + 1) * b for a, b in zip(w[:-1], w[1:]))
