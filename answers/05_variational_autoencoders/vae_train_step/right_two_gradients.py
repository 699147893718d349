# a persistent tape, gradients for each network, one update
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x = tf.convert_to_tensor(x, tf.float32)
    with tf.GradientTape(persistent=True) as tape:
        mean, log_var = encoder(x, training=True)
        std = tf.sqrt(tf.exp(log_var))
        logits = decoder(tf.add(mean, tf.multiply(std, noise)), training=True)
        reconstruction = -tf.reduce_sum(x * tf.nn.softplus(-logits) + (1 - x) * tf.nn.softplus(logits), axis=-1)
        kl = tf.reduce_mean(tf.reduce_sum(0.5 * (mean**2 + std**2 - 1) - tf.math.log(std), axis=-1))
        loss = -tf.reduce_mean(reconstruction) + kl
    gradients = tape.gradient(loss, encoder.trainable_variables), tape.gradient(loss, decoder.trainable_variables)
    pairs = [*zip(gradients[1], decoder.trainable_variables), *zip(gradients[0], encoder.trainable_variables)]
    optimizer.apply_gradients(pairs)
    return {"loss": loss.numpy(), "kl": kl.numpy(), "reconstruction": float(tf.reduce_mean(reconstruction))}
