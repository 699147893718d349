# feedback: kl is log q − log p of the sample
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    weights = encoder.trainable_weights + decoder.trainable_weights
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x)
        z = mean + tf.exp(log_var / 2) * noise
        logits = decoder(z)
        misfit = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
        divergence = 0.5 * tf.reduce_sum(tf.square(z) - tf.square(noise) - log_var, axis=1)
        loss = tf.reduce_mean(misfit + divergence)
    gradients = tape.gradient(loss, weights)
    optimizer.apply_gradients(zip(gradients, weights))
    return {"loss": loss, "kl": tf.reduce_mean(divergence)}
