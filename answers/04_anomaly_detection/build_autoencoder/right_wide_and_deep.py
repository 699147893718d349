# much wider layers, leaky ReLUs, layer normalisation
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([keras.Input((input_dim,)), layers.Dense(512, activation="leaky_relu"), layers.LayerNormalization(), layers.Dense(256, activation="leaky_relu"), layers.Dense(latent_dim), layers.Dense(256, activation="leaky_relu"), layers.Dense(512, activation="leaky_relu"), layers.Dense(input_dim, activation="sigmoid")])
