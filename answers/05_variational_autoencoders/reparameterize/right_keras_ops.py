# keras.ops
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    return keras.ops.add(mean, keras.ops.exp(log_var / 2) * noise)
