# feedback: did not return a Keras model
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    model = keras.Sequential([keras.Input((input_dim,)), layers.Dense(latent_dim), layers.Dense(input_dim, activation="sigmoid")])
