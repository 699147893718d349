# feedback: past or beside a layer
def build_autoencoder(input_dim, latent_dim):
    Dense = keras.layers.Dense
    i = keras.Input((input_dim,))
    code = Dense(latent_dim)(Dense(64, activation="relu")(i))
    x = Dense(input_dim, activation="sigmoid")(Dense(64, activation="relu")(code))
    return keras.Model(i, keras.layers.Average()([x, i]))
