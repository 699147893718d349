"""Running notebooks: kernels forked from a warm process, each in a room of its own."""
