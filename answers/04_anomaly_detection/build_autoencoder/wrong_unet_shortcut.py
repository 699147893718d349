# feedback: past or beside a layer
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    down = keras.layers.Dense(64, activation="relu")(inputs)
    code = keras.layers.Dense(latent_dim)(down)
    up = keras.layers.Dense(64, activation="relu")(code)
    up = keras.layers.Concatenate()([up, down])
    outputs = keras.layers.Dense(input_dim, activation="sigmoid")(up)
    return keras.Model(inputs, outputs)
