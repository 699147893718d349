# repeat and tile, quantiles by erfinv in TensorFlow
def latent_grid(n, latent_range):
    p = tf.linspace((1 - latent_range) / 2, (1 + latent_range) / 2, n)
    z = tf.sqrt(2.0) * tf.math.erfinv(2.0 * tf.cast(p, tf.float32) - 1.0)
    return tf.stack([tf.repeat(z, n), tf.tile(z, [n])], axis=1)
