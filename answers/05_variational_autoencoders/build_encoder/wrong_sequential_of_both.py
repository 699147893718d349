# feedback: is one array
def build_encoder(input_dim, latent_dim):
    return keras.Sequential([keras.Input((input_dim,)), keras.layers.Dense(64, activation='relu'), keras.layers.Dense(latent_dim, name='mean'), keras.layers.Dense(latent_dim, name='log_var')])
