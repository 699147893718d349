# feedback: there is no layer of that many units
def build_autoencoder(input_dim, latent_dim):
    model = keras.Sequential([keras.Input((input_dim,))])
    for width in (128, 64, 16, 64, 128):
        model.add(keras.layers.Dense(width, activation="relu"))
    model.add(keras.layers.Dense(input_dim, activation="sigmoid"))
    return model
