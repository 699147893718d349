# feedback: two parts of one layer
class Encoder(keras.Model):
    def __init__(self, latent_dim):
        super().__init__()
        self.hidden = keras.layers.Dense(64, activation='relu')
        self.both = keras.layers.Dense(2 * latent_dim)

    def call(self, x):
        return tuple(tf.split(self.both(self.hidden(x)), 2, axis=1))


def build_encoder(input_dim, latent_dim):
    return Encoder(latent_dim)
