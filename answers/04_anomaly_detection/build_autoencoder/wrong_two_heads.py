# feedback: past or beside a layer
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation="relu")(inputs)
    mean = keras.layers.Dense(latent_dim)(hidden)
    log_var = keras.layers.Dense(latent_dim)(hidden)
    code = keras.layers.Concatenate()([mean, log_var])
    up = keras.layers.Dense(128, activation="relu")(code)
    outputs = keras.layers.Dense(input_dim, activation="sigmoid")(up)
    return keras.Model(inputs, outputs)
