# feedback: has another shape
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    return keras.Model(inputs, [keras.layers.Dense(2 * latent_dim)(hidden), keras.layers.Dense(2 * latent_dim)(hidden)])
