# functional, tuple of outputs, saturating hidden layers
def build_encoder(input_dim, latent_dim):
    x = inputs = keras.Input(shape=(input_dim,))
    for units in (48, 24):
        x = keras.layers.Dense(units, activation='tanh')(x)
    return keras.Model(inputs=inputs, outputs=(keras.layers.Dense(latent_dim, activation='linear')(x), keras.layers.Dense(latent_dim, activation=None)(x)))
