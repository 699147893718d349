# feedback: layer between the two hidden ones is missing
def parameter_count(widths):
    return (widths[0] + 1) * widths[1] + (widths[-2] + 1) * widths[-1] if len(widths) > 2 else (widths[0] + 1) * widths[1]
