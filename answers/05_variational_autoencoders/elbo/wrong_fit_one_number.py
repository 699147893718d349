# feedback: The log-likelihood is summed over the batch
def kl_to_standard_normal(mean, log_var):
    return 0.5 * tf.reduce_sum(tf.square(mean) + tf.exp(log_var) - 1 - log_var, axis=1)

def reparameterize(mean, log_var, noise):
    return mean + tf.exp(log_var / 2) * noise
def bernoulli_log_likelihood(x, logits):
    x, logits = (np.asarray(v, dtype=float) for v in (x, logits))
    return np.sum(x * logits - np.logaddexp(0, logits))

def elbo(x, logits, mean, log_var):
    x, logits, mean, log_var = (tf.cast(value, tf.float32) for value in (x, logits, mean, log_var))
    return bernoulli_log_likelihood(x, logits) - kl_to_standard_normal(mean, log_var)
