# one pass in Python, Welford's update
def pairwise_squared_error_linear(labels, predictions):
    answer = []
    for label, prediction in zip(np.asarray(labels, dtype=float), np.asarray(predictions, dtype=float)):
        mean = squares = count = 0
        for d in (prediction - label).ravel().tolist():
            count += 1
            step = d - mean
            mean += step / count
            squares += step * (d - mean)
        answer.append(2 * squares / (count - 1) if count > 1 else 0.0)
    return np.array(answer)
