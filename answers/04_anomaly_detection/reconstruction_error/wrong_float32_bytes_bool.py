# feedback: An error is raised where an image is a row of pixels
def reconstruction_error(images, reconstructions):
    d = tf.cast(images, tf.float32) - tf.cast(reconstructions, tf.float32)
    return tf.reduce_mean(d**2, axis=[1, 2]).numpy()
