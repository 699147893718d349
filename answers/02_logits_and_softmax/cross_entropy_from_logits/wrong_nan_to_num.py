# feedback: np.nan_to_num
from scipy import special, stats


def cross_entropy_from_logits(labels, logits):
    y, z = np.asarray(labels, dtype=float), np.asarray(logits, dtype=float)
    with np.errstate(all='ignore'):
        return -(y * np.nan_to_num(np.log(special.softmax(z, axis=-1)))).sum(axis=-1)
