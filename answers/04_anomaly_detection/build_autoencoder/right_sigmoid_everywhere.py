# sigmoid in all layers
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([keras.Input((input_dim,)), layers.Dense(48, activation="sigmoid"), layers.Dense(latent_dim, activation="sigmoid"), layers.Dense(input_dim, activation="sigmoid")])
