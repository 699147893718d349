# feedback: past or beside a layer
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    x = keras.layers.Dense(128, activation="relu")(inputs)
    x = keras.layers.Dense(latent_dim)(x)
    x = keras.layers.Dense(128, activation="relu")(x)
    x = keras.layers.Add()([keras.layers.Dense(input_dim)(x), inputs])
    return keras.Model(inputs, keras.layers.Activation("sigmoid")(x))
