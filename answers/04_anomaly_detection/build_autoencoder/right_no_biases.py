# no biases, ReLU in the narrow layer, too
def build_autoencoder(input_dim, latent_dim):
    D = keras.layers.Dense
    return keras.Sequential([keras.Input((input_dim,)), D(64, activation="relu", use_bias=False), D(latent_dim, activation="relu", use_bias=False), D(64, activation="relu", use_bias=False), D(input_dim, activation="sigmoid")])
