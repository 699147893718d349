# feedback: there is no layer
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([keras.Input((input_dim,)), layers.Dense(64, activation="relu"), layers.Dense(latent_dim + 1, activation="relu"), layers.Dense(64, activation="relu"), layers.Dense(input_dim, activation="sigmoid")])
