# feedback: its own statistics
def standardize(train, other):
    def scale(part):
        part = np.asarray(part, float)
        std = part.std(axis=0)
        return np.where(std == 0, 0, (part - part.mean(axis=0)) / np.where(std == 0, 1, std))

    return scale(train), scale(other)
