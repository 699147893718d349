# feedback: past or beside a layer
def build_autoencoder(input_dim, latent_dim):
    Dense = keras.layers.Dense
    i = keras.Input((input_dim,))
    code = Dense(latent_dim)(Dense(64, activation="relu")(i))
    x = Dense(64, activation="relu")(keras.layers.Concatenate()([code, i]))
    return keras.Model(i, Dense(input_dim, activation="sigmoid")(x))
