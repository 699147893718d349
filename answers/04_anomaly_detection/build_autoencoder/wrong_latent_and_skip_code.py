# feedback: past or beside a layer
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    inputs = keras.Input((input_dim,))
    x = layers.Dense(32, activation="relu")(inputs)
    code = layers.Dense(latent_dim, activation="relu")(x)
    x = layers.Add()([layers.Dense(32)(code), x])
    return keras.Model(inputs, layers.Dense(input_dim, activation="sigmoid")(x))
