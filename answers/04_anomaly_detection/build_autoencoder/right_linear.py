# no hidden layers, as in a principal component analysis
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([keras.Input((input_dim,)), layers.Dense(latent_dim), layers.Dense(input_dim, activation="sigmoid")])
