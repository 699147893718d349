# feedback: "kl" is the mean over the latent dimensions
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x)
        z = mean + tf.exp(0.5 * log_var) * noise
        logits = decoder(z)
        ce = tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits)
        kl = 0.5 * (tf.square(mean) + tf.exp(log_var) - 1 - log_var)
        loss = tf.reduce_mean(tf.reduce_sum(ce, axis=1) + tf.reduce_sum(kl, axis=1))
    weights = encoder.trainable_weights + decoder.trainable_weights
    gradients = tape.gradient(loss, weights)
    optimizer.apply_gradients(zip(gradients, weights))
    return {"loss": loss, "kl": tf.reduce_mean(kl)}
