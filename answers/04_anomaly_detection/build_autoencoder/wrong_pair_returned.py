# feedback: did not return a Keras model
def build_autoencoder(input_dim, latent_dim):
    encoder = keras.Sequential([keras.Input((input_dim,)), keras.layers.Dense(latent_dim)])
    decoder = keras.Sequential([keras.Input((latent_dim,)), keras.layers.Dense(input_dim, activation="sigmoid")])
    return encoder, decoder
