# feedback: connected to all later ones || connects the input to the output
def parameter_count(widths):
    total = 0
    for j in range(1, len(widths)):
        total += sum(widths[:j]) * widths[j] + widths[j]
    return total
