# feedback: there is no layer of that many units
def build_autoencoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation="relu")(inputs)
    code = keras.layers.Dense(32)(hidden)
    hidden = keras.layers.Dense(128, activation="relu")(code)
    outputs = keras.layers.Dense(input_dim, activation="sigmoid")(hidden)
    return keras.Model(inputs, outputs)
