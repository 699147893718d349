# a loop over the units and a sorted list
def relu_breakpoints(kernel, bias):
    points = []
    for w, b in zip(list(kernel[0]), list(bias)):
        if w == 0:
            continue
        points.append(-float(b) / float(w))
    points.sort()
    return points
