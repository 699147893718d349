# feedback: Return one model, not several
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    code = keras.layers.Dense(latent_dim)(keras.layers.Dense(32, activation="relu")(inputs))
    outputs = keras.layers.Dense(input_dim, activation="sigmoid")(code)
    return keras.Model(inputs, outputs), keras.Model(inputs, code)
