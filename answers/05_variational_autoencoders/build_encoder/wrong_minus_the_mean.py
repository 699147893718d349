# feedback: no weights of its own
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    mean = keras.layers.Dense(latent_dim)(hidden)
    return keras.Model(inputs, [mean, -mean])
