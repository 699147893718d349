# one joint Keras model of both networks
def vae_train_step(encoder, decoder, optimizer, x, noise):
    x, noise = tf.cast(x, tf.float32), tf.cast(noise, tf.float32)
    pixels, epsilon = keras.Input(x.shape[1:]), keras.Input(noise.shape[1:])
    mean, log_var = encoder(pixels)
    logits = decoder(mean + keras.ops.exp(0.5 * log_var) * epsilon)
    model = keras.Model([pixels, epsilon], [logits, mean, log_var])
    with tf.GradientTape() as tape:
        logits, mean, log_var = model([x, noise], training=True)
        misfit = keras.ops.sum(keras.ops.binary_crossentropy(x, logits, from_logits=True), axis=1)
        kl = -0.5 * keras.ops.sum(1 + log_var - mean**2 - keras.ops.exp(log_var), axis=1)
        loss = keras.ops.mean(misfit + kl)
    optimizer.apply(tape.gradient(loss, model.trainable_weights), model.trainable_weights)
    return {"loss": loss, "kl": keras.ops.mean(kl)}
