# feedback: multiplied by ½
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    weights = encoder.trainable_weights + decoder.trainable_weights
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x)
        z = mean + tf.exp(log_var / 2) * noise
        logits = decoder(z)
        misfit = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
        kl = 0.25 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - log_var, axis=1)
        loss = tf.reduce_mean(misfit + kl)
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    return {"loss": loss, "kl": tf.reduce_mean(kl)}
