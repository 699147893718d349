# one feature after the other, plain Python statistics
import statistics


def standardize(train, other):
    def one(column, reference):
        reference = [float(v) for v in reference]
        mean, std = statistics.fmean(reference), statistics.pstdev(reference)
        return [0.0 if std == 0 else (float(v) - mean) / std for v in column]

    train, other = np.array(train), np.array(other)
    if train.ndim == 1:
        return np.array(one(train, train)), np.array(one(other, train))
    columns = range(train.shape[1])
    scaled = [[one(part[:, k], train[:, k]) for k in columns] for part in (train, other)]
    return np.array(scaled[0]).T, np.array(scaled[1]).T
