# a subclass of keras.Model with an encoder and a decoder inside
class Autoencoder(keras.Model):
    def __init__(self, input_dim, latent_dim):
        super().__init__()
        self.encoder = keras.Sequential([keras.layers.Dense(100, activation="relu"), keras.layers.Dense(latent_dim)])
        self.decoder = keras.Sequential([keras.layers.Dense(100, activation="relu"), keras.layers.Dense(input_dim, activation="sigmoid")])

    def call(self, x):
        return self.decoder(self.encoder(x))


def build_autoencoder(input_dim, latent_dim):
    return Autoencoder(input_dim, latent_dim)
