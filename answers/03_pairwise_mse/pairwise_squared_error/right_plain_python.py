# Python numbers and itertools only, a list is returned
import itertools


def pairwise_squared_error(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    answer = []
    for sample in difference.reshape(len(difference), -1).tolist():
        squares = [(a - b) ** 2 for a, b in itertools.combinations(sample, 2)]
        answer.append(sum(squares) / len(squares) if squares else 0.0)
    return answer
