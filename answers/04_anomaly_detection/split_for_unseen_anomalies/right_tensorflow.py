# TensorFlow's stateless shuffle, tensors returned
def split_for_unseen_anomalies(labels, normal_class, held_out_class, train_fraction, seed):
    labels = tf.convert_to_tensor(labels)
    train, test = [], []
    for k in tf.unique(labels)[0].numpy():
        idx = tf.where(labels == k)[:, 0]
        idx = tf.random.experimental.stateless_shuffle(idx, seed=[seed, int(k)])
        n = 0 if k == held_out_class else int(train_fraction * len(idx))
        train.append(idx[:n])
        test.append(idx[n:])
    return tf.concat(train, 0), tf.concat(test, 0)
