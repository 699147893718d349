# feedback: is one array
class Sampling(keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        return mean + keras.ops.exp(log_var / 2) * keras.random.normal(keras.ops.shape(mean))


def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation='relu')(inputs)
    mean, log_var = (keras.layers.Dense(latent_dim)(hidden) for _ in range(2))
    return keras.Model(inputs, Sampling()([mean, log_var]))
