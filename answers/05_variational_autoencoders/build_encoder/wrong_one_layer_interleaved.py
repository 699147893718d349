# feedback: two parts of one layer
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='tanh')(inputs)
    both = keras.layers.Reshape((latent_dim, 2))(keras.layers.Dense(2 * latent_dim)(hidden))
    return keras.Model(inputs, [both[:, :, 0], both[:, :, 1]])
