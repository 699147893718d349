# feedback: is not linear || after the last Dense
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim, activation='elu')(hidden), keras.layers.Dense(latent_dim)(hidden)])
