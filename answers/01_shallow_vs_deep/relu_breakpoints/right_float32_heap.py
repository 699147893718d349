# float32 and a heap
import heapq


def relu_breakpoints(kernel, bias):
    w = np.array(kernel, dtype=np.float32)[0]
    b = np.array(bias, dtype=np.float32)
    heap = [float(-b[i] / w[i]) for i in np.flatnonzero(w)]
    heapq.heapify(heap)
    return np.array([heapq.heappop(heap) for _ in range(len(heap))])
