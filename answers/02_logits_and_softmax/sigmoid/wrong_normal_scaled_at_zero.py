# feedback: the normal distribution, stretched
def sigmoid(x):
    from scipy import stats
    x = np.asarray(x, dtype=float)
    return stats.norm.cdf(x * np.sqrt(np.pi / 8))
