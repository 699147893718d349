# feedback: The model takes images
def build_autoencoder(input_dim, latent_dim):
    side = int(input_dim**0.5)
    i = keras.Input((side, side, 1))
    x = keras.layers.Flatten()(keras.layers.Conv2D(4, 3, padding="same", activation="relu")(i))
    x = keras.layers.Dense(latent_dim)(x)
    x = keras.layers.Dense(side * side, activation="sigmoid")(x)
    return keras.Model(i, keras.layers.Reshape((side, side, 1))(x))
