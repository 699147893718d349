# feedback: The mean is not linear || has a lower or an upper bound || the output is a weighted sum
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation='relu')(inputs)
    mean = 4 * keras.layers.Dense(latent_dim, activation='tanh')(hidden)
    return keras.Model(inputs, [mean, keras.layers.Dense(latent_dim)(hidden)])
