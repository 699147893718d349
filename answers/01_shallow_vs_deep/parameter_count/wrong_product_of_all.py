# feedback: multiplies all the widths
def parameter_count(widths):
    total = 1
    for w in widths:
        total *= w
    return total
