# feedback: The mean has a lower or an upper bound || the output is a weighted sum
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim, activation='tanh')(hidden), keras.layers.Dense(latent_dim)(hidden)])
