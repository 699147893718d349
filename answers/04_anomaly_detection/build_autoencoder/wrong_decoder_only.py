# feedback: takes latent_dim numbers
def build_autoencoder(input_dim, latent_dim):
    return keras.Sequential([keras.Input((latent_dim,)), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(input_dim, activation="sigmoid")])
