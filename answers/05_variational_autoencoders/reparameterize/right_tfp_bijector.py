# TensorFlow Probability's bijectors
def reparameterize(mean, log_var, noise):
    mean, log_var, noise = (tf.cast(value, tf.float32) for value in (mean, log_var, noise))
    tfb = tfp.bijectors
    return tfb.Chain([tfb.Shift(mean), tfb.Scale(log_scale=0.5 * log_var)]).forward(noise)
