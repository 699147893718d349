# feedback: The work grows like n²
def pairwise_squared_error_linear(labels, predictions):
    difference = np.asarray(predictions, dtype=float) - np.asarray(labels, dtype=float)
    batch, n = difference.shape[0], int(np.prod(difference.shape[1:]))
    difference = difference.reshape(batch, n)
    answer = np.zeros(batch)
    for k, sample in enumerate(difference.tolist()):
        for i in range(n):
            for j in range(i):
                answer[k] += (sample[i] - sample[j]) ** 2
    return answer / max(n * (n - 1) / 2, 1)
