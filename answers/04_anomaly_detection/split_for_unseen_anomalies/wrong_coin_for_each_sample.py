# feedback: rounded down, on its own
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    in_training = (rng.random(len(labels)) < train_fraction) & (labels != held_out_class)
    return np.flatnonzero(in_training), np.flatnonzero(~in_training)
