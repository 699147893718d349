"""What each exercise's answer gives for an input drawn from what the contract allows."""

import keras
import numpy as np


def form(rng, values):
    """The values, which float32 holds, as one of the types in which tests give them."""
    kinds = (np.ndarray.tolist, np.float32, np.float64)
    return kinds[rng.integers(len(kinds))](np.float32(values).astype(float))


def size(rng):
    return int(rng.integers(1, 5)), int(rng.integers(1, 5))


def reparameterize(answer, rng):
    mean, log_var, noise = rng.normal(size=(3, *size(rng)))
    if rng.random() < 0.3:
        mean, log_var = np.round(mean), np.round(log_var)
    return answer(form(rng, mean), form(rng, log_var), form(rng, noise))


def kl_to_standard_normal(answer, rng):
    mean, log_var = rng.normal(size=(2, *size(rng))) * rng.choice([1, 3])
    return answer(form(rng, mean), form(rng, log_var))


def bernoulli_log_likelihood(answer, rng):
    shape = size(rng)
    x = rng.uniform(size=shape).round(rng.integers(0, 3))
    return answer(form(rng, x), form(rng, rng.normal(size=shape) * rng.choice([1, 30, 1000])))


def elbo(answer, rng):
    batch, pixels = size(rng)
    latent = int(rng.integers(1, 4))
    x = rng.uniform(size=(batch, pixels)).round(rng.integers(0, 3))
    logits = rng.normal(size=(batch, pixels)) * rng.choice([1, 30])
    mean, log_var = rng.normal(size=(2, batch, latent))
    return answer(form(rng, x), form(rng, logits), form(rng, mean), form(rng, log_var))


def build_encoder(answer, rng):
    inputs, codes = int(rng.integers(3, 9)), int(rng.integers(1, 4))
    model, x = answer(inputs, codes), rng.uniform(size=(6, inputs)).astype(np.float32)
    model(x)
    return [np.shape(part) for part in model(x)]


build_encoder.draws = 30


def vae_train_step(answer, rng):
    pixels, codes, batch = int(rng.integers(2, 5)), int(rng.integers(1, 3)), int(rng.integers(1, 5))
    entered, code = keras.Input((pixels,)), keras.Input((codes,))
    hidden = keras.layers.Dense(3, "tanh")(entered)
    encoder = keras.Model(entered, [keras.layers.Dense(codes)(hidden), keras.layers.Dense(codes)(hidden)])
    decoder = keras.Model(code, keras.layers.Dense(pixels)(code))
    for network in (encoder, decoder):
        network.set_weights([rng.normal(size=weight.shape) / 2 for weight in network.get_weights()])
    x = rng.uniform(size=(batch, pixels)).astype(np.float32)
    noise = rng.normal(size=(batch, codes)).astype(np.float32)
    said = answer(encoder, decoder, keras.optimizers.SGD(0.1), x, noise)
    return said["loss"], said["kl"], *encoder.get_weights(), *decoder.get_weights()


vae_train_step.draws = 30


def importance_weighted_bound(answer, rng):
    log_joint, log_q = rng.normal(size=(2, *size(rng))) * rng.choice([1, 30]) - rng.choice([0, 200])
    return answer(form(rng, log_joint), form(rng, log_q))


def latent_grid(answer, rng):
    return answer(int(rng.integers(2, 7)), float(rng.uniform(0.05, 0.98)))
