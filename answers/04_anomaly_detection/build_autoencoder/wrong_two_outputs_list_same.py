# feedback: one array is expected || several outputs
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    inputs = keras.Input((input_dim,))
    code = layers.Dense(latent_dim)(layers.Dense(64, activation="relu")(inputs))
    outputs = layers.Dense(input_dim, activation="sigmoid")(layers.Dense(64, activation="relu")(code))
    return keras.Model(inputs, [code, outputs])
