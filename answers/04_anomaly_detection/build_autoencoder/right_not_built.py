# Sequential without an Input; the first call builds it
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([layers.Dense(64, activation="elu"), layers.Dense(latent_dim), layers.Dense(64, activation="elu"), layers.Dense(input_dim, activation="sigmoid")])
