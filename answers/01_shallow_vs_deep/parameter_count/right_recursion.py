# recursion over the layers
def parameter_count(widths):
    if len(widths) < 2:
        return 0
    return int(widths[0]) * int(widths[1]) + int(widths[1]) + parameter_count(widths[1:])
