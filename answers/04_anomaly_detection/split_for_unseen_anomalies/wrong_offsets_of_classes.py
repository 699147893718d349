# feedback: positions in sorted labels || The training part holds samples
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    rng = np.random.default_rng(seed)
    kinds, counts = np.unique(labels, return_counts=True)
    train, test, start = [], [], 0
    for kind, count in zip(kinds, counts):
        order = start + rng.permutation(count)
        n = 0 if kind == held_out_class else int(count * train_fraction)
        train.extend(order[:n])
        test.extend(order[n:])
        start += count
    return np.array(train), np.array(test)
