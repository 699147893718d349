# feedback: raised IndexError
def parameter_count(widths):
    total = 0
    for i in range(len(widths)):
        total += (widths[i] + 1) * widths[i + 1]
    return total
