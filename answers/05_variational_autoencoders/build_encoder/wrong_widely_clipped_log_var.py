# feedback: The log-variance is not linear
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation="relu")(inputs)
    mean = keras.layers.Dense(latent_dim)(hidden)
    log_var = keras.layers.Dense(latent_dim)(hidden)
    log_var = keras.ops.clip(log_var, -20.0, 20.0)
    return keras.Model(inputs, [mean, log_var])
