# TensorFlow Probability for both terms
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    weights = encoder.trainable_weights + decoder.trainable_weights
    with tf.GradientTape() as tape:
        tfd = tfp.distributions
        mean, log_var = encoder(x)
        q = tfd.Normal(mean, tf.exp(log_var / 2))
        kl = tf.reduce_sum(tfd.kl_divergence(q, tfd.Normal(0.0, 1.0)), axis=1)
        z = q.loc + q.scale * noise
        likelihood = tfd.Independent(tfd.Bernoulli(logits=decoder(z)), 1).log_prob(x)
        loss = -tf.reduce_mean(likelihood - kl)
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    return {"loss": loss, "kl": tf.reduce_mean(kl)}
