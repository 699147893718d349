# feedback: past or beside a layer
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation="relu")(inputs)
    code = keras.layers.Dense(latent_dim)(hidden)
    x = keras.layers.Add()([keras.layers.Dense(64, activation="relu")(code), hidden])
    return keras.Model(inputs, keras.layers.Dense(input_dim, activation="sigmoid")(x))
