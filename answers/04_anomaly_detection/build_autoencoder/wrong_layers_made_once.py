# feedback: keep something from an earlier call
_hidden_in = keras.layers.Dense(128, activation="relu")
_hidden_out = keras.layers.Dense(128, activation="relu")


def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    x = _hidden_in(inputs)
    x = keras.layers.Dense(latent_dim)(x)
    x = _hidden_out(x)
    return keras.Model(inputs, keras.layers.Dense(input_dim, activation="sigmoid")(x))
