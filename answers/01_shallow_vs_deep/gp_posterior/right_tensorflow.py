# TensorFlow, float64 tensors returned
def gp_posterior(kernel, x_train, y_train, x_test, noise_variance):
    a, b = np.array(x_train, float), np.array(x_test, float)
    K = tf.linalg.set_diag(tf.constant(kernel(a, a)), tf.constant(np.diag(kernel(a, a)) + noise_variance))
    L = tf.linalg.cholesky(K)
    cross = tf.constant(kernel(a, b))
    y = tf.cast(tf.reshape(y_train, [-1, 1]), tf.float64)
    mean = tf.matmul(cross, tf.linalg.cholesky_solve(L, y), transpose_a=True)[:, 0]
    v = tf.linalg.triangular_solve(L, cross)
    variance = tf.linalg.diag_part(tf.constant(kernel(b, b))) - tf.reduce_sum(v**2, axis=0)
    return mean, tf.sqrt(tf.nn.relu(variance))
