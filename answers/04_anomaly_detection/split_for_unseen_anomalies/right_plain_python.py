# lists and the random module only
import random


def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    rng = random.Random(seed)
    labels = [int(k) for k in labels]
    train, test = [], []
    for k in sorted(set(labels)):
        idx = [i for i, label in enumerate(labels) if label == k]
        rng.shuffle(idx)
        n = int(train_fraction * len(idx)) if k != held_out_class else 0
        train += idx[:n]
        test += idx[n:]
    return train, test
