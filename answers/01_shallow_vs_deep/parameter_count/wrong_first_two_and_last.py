# feedback: Only the first two layers and the last one
def parameter_count(widths):
    layers = [(a + 1) * b for a, b in zip(widths[:-1], widths[1:])]
    return sum(layers) if len(layers) < 3 else layers[0] + layers[1] + layers[-1]
