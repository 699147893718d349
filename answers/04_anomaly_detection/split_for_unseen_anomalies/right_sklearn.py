# train_test_split of scikit-learn, class by class
from sklearn.model_selection import train_test_split


def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    train, test = [], [np.flatnonzero(labels == held_out_class)]
    for k in np.unique(labels):
        if k != held_out_class:
            idx = np.flatnonzero(labels == k)
            a, b = train_test_split(idx, train_size=int(train_fraction * len(idx)), random_state=seed)
            train.append(a)
            test.append(b)
    return np.concatenate(train), np.concatenate(test)
