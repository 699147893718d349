# feedback: there is no layer of that many units
def build_autoencoder(input_dim, latent_dim):
    Dense = keras.layers.Dense
    i = keras.Input((input_dim,))
    code = Dense(input_dim // 2)(Dense(64, activation="relu")(i))
    x = Dense(64, activation="relu")(code)
    return keras.Model(i, Dense(input_dim, activation="sigmoid")(x))
