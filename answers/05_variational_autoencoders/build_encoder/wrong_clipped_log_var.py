# feedback: The log-variance
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim)(hidden), keras.ops.clip(keras.layers.Dense(latent_dim)(hidden), -1.0, 1.0)])
