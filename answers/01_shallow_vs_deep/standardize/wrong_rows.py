# feedback: each sample (row)
def standardize(train, other):
    def scale(part):
        part = np.asarray(part, float)
        return (part - part.mean(axis=-1, keepdims=True)) / part.std(axis=-1, keepdims=True)

    return scale(train), scale(other)
