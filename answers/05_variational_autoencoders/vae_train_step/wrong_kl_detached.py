# feedback: only the reconstruction arrives
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    weights = encoder.trainable_weights + decoder.trainable_weights
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x)
        logits = decoder(mean + tf.exp(log_var / 2) * noise)
        misfit = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
        m, v = tf.stop_gradient(mean), tf.stop_gradient(log_var)
        kl = 0.5 * tf.reduce_sum(m**2 + tf.exp(v) - 1 - v, axis=1)
        loss = tf.reduce_mean(misfit + kl)
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    return {"loss": loss, "kl": tf.reduce_mean(kl)}
