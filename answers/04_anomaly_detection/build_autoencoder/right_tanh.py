# tanh everywhere, moved to 0 to 1 at the end
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([keras.Input((input_dim,)), layers.Dense(48, activation="tanh"), layers.Dense(latent_dim, activation="tanh"), layers.Dense(48, activation="tanh"), layers.Dense(input_dim, activation="tanh"), layers.Rescaling(0.5, 0.5)])
