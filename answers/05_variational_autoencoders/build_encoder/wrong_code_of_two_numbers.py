# feedback: does not follow latent_dim
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation="relu")(inputs)
    mean = keras.layers.Dense(2, name="mean")(hidden)
    log_var = keras.layers.Dense(2, name="log_var")(hidden)
    return keras.Model(inputs, [mean, log_var])
