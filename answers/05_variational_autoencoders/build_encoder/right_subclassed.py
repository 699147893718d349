# a subclass of keras.Model, heads made first
class Encoder(keras.Model):
    def __init__(self, latent_dim):
        super().__init__()
        self.to_log_var = keras.layers.Dense(latent_dim)
        self.to_mean = keras.layers.Dense(latent_dim)
        self.body = keras.Sequential([keras.layers.Dense(64, activation="sigmoid"), keras.layers.Dense(32, activation="elu")])

    def call(self, x, training=None):
        x = self.body(x)
        return self.to_mean(x), self.to_log_var(x)


def build_encoder(input_dim, latent_dim):
    return Encoder(latent_dim)
