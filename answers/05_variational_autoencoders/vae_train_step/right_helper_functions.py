# small functions of its own, logs as NumPy numbers
def _sample(mean, log_var, noise):
    return mean + tf.exp(0.5 * log_var) * noise


def _loss(encoder, decoder, x, noise):
    mean, log_var = encoder(x)
    logits = decoder(_sample(mean, log_var, noise))
    n_pixels = float(x.shape[1])
    fit = n_pixels * keras.losses.binary_crossentropy(x, logits, from_logits=True)
    kl = 0.5 * tf.reduce_sum(tf.square(mean) + tf.math.expm1(log_var) - log_var, axis=1)
    return tf.reduce_mean(fit) + tf.reduce_mean(kl), tf.reduce_mean(kl)


def vae_train_step(encoder, decoder, optimizer, x, noise):
    with tf.GradientTape() as tape:
        loss, kl = _loss(encoder, decoder, tf.constant(x), tf.constant(noise))
    variables = [*encoder.trainable_variables, *decoder.trainable_variables]
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return dict(loss=np.asarray(loss), kl=np.asarray(kl))
