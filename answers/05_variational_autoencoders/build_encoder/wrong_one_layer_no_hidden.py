# feedback: two parts of one layer
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    both = keras.layers.Dense(2 * latent_dim)(inputs)
    return keras.Model(inputs, [both[:, :latent_dim], both[:, latent_dim:]])
