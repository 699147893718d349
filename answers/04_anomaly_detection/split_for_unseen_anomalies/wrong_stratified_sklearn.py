# feedback: rounded down, on its own
from sklearn.model_selection import train_test_split


def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    known = np.flatnonzero(labels != held_out_class)
    a, b = train_test_split(known, train_size=train_fraction, stratify=labels[known], random_state=seed)
    return a, np.concatenate([b, np.flatnonzero(labels == held_out_class)])
