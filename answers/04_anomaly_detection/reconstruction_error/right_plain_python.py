# recursion over nested lists
def reconstruction_error(images, reconstructions):
    def flat(x):
        return [v for part in x for v in flat(part)] if hasattr(x, '__len__') else [float(x)]

    out = []
    for a, b in zip(np.asarray(images).tolist(), np.asarray(reconstructions).tolist()):
        pairs = list(zip(flat(a), flat(b)))
        out.append(sum((p - q) ** 2 for p, q in pairs) / len(pairs))
    return out
