# feedback: log_var has its ½ twice
def bernoulli_log_likelihood(x, logits):
    return -tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)

def reparameterize(mean, log_var, noise):
    return mean + tf.exp(log_var / 2) * noise
def kl_to_standard_normal(mean, log_var):
    mean, log_var = (tf.cast(value, tf.float32) for value in (mean, log_var))
    log_sigma = 0.5 * log_var
    variance = tf.exp(log_var)
    return 0.5 * tf.reduce_sum(tf.square(mean) + variance - 1 - log_sigma, axis=1)

def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    weights = encoder.trainable_weights + decoder.trainable_weights
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x, training=True)
        logits = decoder(reparameterize(mean, log_var, noise), training=True)
        fit = bernoulli_log_likelihood(x, logits)
        kl = kl_to_standard_normal(mean, log_var)
        loss = tf.reduce_mean(kl - fit)
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
    return {"loss": loss, "kl": tf.reduce_mean(kl)}
