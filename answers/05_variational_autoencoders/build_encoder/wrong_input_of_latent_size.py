# feedback: raised
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((latent_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim)(hidden), keras.layers.Dense(latent_dim)(hidden)])
