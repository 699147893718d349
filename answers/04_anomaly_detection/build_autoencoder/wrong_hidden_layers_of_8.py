# feedback: Fewer than latent_dim numbers
def build_autoencoder(input_dim, latent_dim):
    D = keras.layers.Dense
    return keras.Sequential([keras.Input((input_dim,)), D(16, activation="relu"), D(8, activation="relu"), D(latent_dim), D(8, activation="relu"), D(input_dim, activation="sigmoid")])
