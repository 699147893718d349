# one row at a time in plain Python
import math


def log_softmax(logits, axis=-1):
    logits = np.moveaxis(np.array(logits, dtype=float), axis, -1)
    result = np.empty(logits.shape)
    for index in np.ndindex(logits.shape[:-1]):
        row = logits[index].tolist()
        top = row[0]
        for value in row:
            top = value if value > top else top
        log_sum = top + math.log(math.fsum(math.exp(value - top) for value in row))
        for k in range(len(row)):
            result[(*index, k)] = row[k] - log_sum
    return np.moveaxis(result, -1, axis)
