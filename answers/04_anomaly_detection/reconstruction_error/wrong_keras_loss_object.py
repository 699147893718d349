# feedback: This is one number for all images || This is a single number
def reconstruction_error(images, reconstructions):
    return float(keras.losses.MeanSquaredError()(np.asarray(images, "float32"), np.asarray(reconstructions, "float32")))
