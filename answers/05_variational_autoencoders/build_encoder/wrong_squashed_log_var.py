# feedback: The log-variance is not linear
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim)(hidden), 10.0 * keras.ops.tanh(keras.layers.Dense(latent_dim)(hidden) / 10.0)])
