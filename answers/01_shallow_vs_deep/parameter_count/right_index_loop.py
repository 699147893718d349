# a loop with indices, weights and biases apart
def parameter_count(widths):
    total = 0
    for i in range(len(widths) - 1):
        weights = widths[i] * widths[i + 1]
        biases = widths[i + 1]
        total += weights + biases
    return total
