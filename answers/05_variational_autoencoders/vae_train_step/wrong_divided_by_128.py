# feedback: Divided by 128
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    batch_size = 128
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x)
        logits = decoder(mean + tf.exp(0.5 * log_var) * noise)
        nll = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits)) / batch_size
        kl = 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - log_var) / batch_size
        loss = nll + kl
    weights = encoder.trainable_weights + decoder.trainable_weights
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    return {"loss": loss, "kl": kl}
