# feedback: no weights that can be trained
def build_autoencoder(input_dim, latent_dim):
    m = keras.Sequential([keras.Input((input_dim,)), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(latent_dim), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(input_dim, activation="sigmoid")])
    m.trainable = False
    return m
