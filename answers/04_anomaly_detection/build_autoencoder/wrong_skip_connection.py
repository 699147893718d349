# feedback: past or beside a layer
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    code = keras.layers.Dense(latent_dim)(keras.layers.Dense(64, activation="relu")(inputs))
    x = keras.layers.Dense(64, activation="relu")(code)
    x = keras.layers.Concatenate()([x, inputs])
    return keras.Model(inputs, keras.layers.Dense(input_dim, activation="sigmoid")(x))
