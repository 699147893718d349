# feedback: Divided by 64
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x)
        z = mean + tf.exp(0.5 * log_var) * noise
        logits = decoder(z)
        nll = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
        kl = 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - log_var, axis=1)
        loss = tf.reduce_sum(nll + kl) / 64
    weights = encoder.trainable_weights + decoder.trainable_weights
    gradients = tape.gradient(loss, weights)
    optimizer.apply_gradients(zip(gradients, weights))
    return {"loss": loss, "kl": tf.reduce_sum(kl) / 64}
