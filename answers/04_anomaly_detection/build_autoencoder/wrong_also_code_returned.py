# feedback: one array is expected, not 2
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    code = keras.layers.Dense(latent_dim)(keras.layers.Dense(64, activation="relu")(inputs))
    x = keras.layers.Dense(64, activation="relu")(code)
    return keras.Model(inputs, [keras.layers.Dense(input_dim, activation="sigmoid")(x), code])
