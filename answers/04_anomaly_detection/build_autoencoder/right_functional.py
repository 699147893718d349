# functional, two hidden layers on each side
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    x = keras.layers.Dense(128, activation="relu")(inputs)
    x = keras.layers.Dense(32, activation="relu")(x)
    code = keras.layers.Dense(latent_dim)(x)
    x = keras.layers.Dense(32, activation="relu")(code)
    x = keras.layers.Dense(128, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(input_dim, activation="sigmoid")(x))
