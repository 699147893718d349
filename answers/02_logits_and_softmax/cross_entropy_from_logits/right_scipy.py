# SciPy's log-softmax and an einsum
from scipy import special


def cross_entropy_from_logits(labels, logits):
    log_p = special.log_softmax(np.asarray(logits, dtype=float), axis=1)
    return -np.einsum("bk,bk->b", np.asarray(labels, dtype=float), log_p)
