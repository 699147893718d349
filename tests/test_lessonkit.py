"""What the lessons share: checks that speak in words, data that is verified, figures, quiet progress."""

from __future__ import annotations

import linecache
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from lessonkit import checks, data, plots
from lessonkit.checks.messages import explanations
from lessonkit.checks.relations import few_wrong, nearly, relation


def message(function, *args, **kwargs) -> str:
    """The message of the check that fails."""
    with pytest.raises(checks.CheckFailed) as failed:
        function(*args, **kwargs)
    return str(failed.value)


def stub(*args):
    raise NotImplementedError()


def test_call_gives_arrays_and_tuples() -> None:
    assert checks.call(lambda x: [1, 2], 0).tolist() == [1, 2]
    first, second = checks.call(lambda x: (x, [x, x]), np.ones(2))
    assert first.shape == (2,) and second.shape == (2, 2)
    assert checks.call(lambda x: 3.5, 0).shape == ()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda x: None, "returned nothing"),
        (lambda x: (None, x), "One of the values that <lambda> returned is None"),
        (lambda x: "three", "did not return numbers"),
        (lambda x: object(), "did not return numbers"),
        (lambda x: 1 / 0, "raised ZeroDivisionError where an answer was expected"),
        (lambda x: x.sort(), "returned nothing"),
    ],
)
def test_call_says_what_is_wrong(answer, words: str) -> None:
    assert words in message(checks.call, answer, np.array([2.0, 1.0]))


def test_a_placeholder_is_told_from_an_error() -> None:
    with pytest.raises(checks.NotAttempted, match="stub is not written yet"):
        checks.call(stub, 1)


def test_an_input_that_changes_is_noticed_and_the_original_kept() -> None:
    def double(x):
        x *= 2
        return x

    original = np.array([1.0, np.nan])
    assert "changes its input" in message(checks.call, double, original)
    assert original[0] == 1.0


def test_masked_answers_count_as_nan() -> None:
    answer = checks.call(lambda x: np.ma.masked_all(2), 0)
    assert "nan" in message(checks.expect_close, answer, [1.0, 2.0], "the mean")


def test_close_names_a_known_slip() -> None:
    text = message(checks.expect_close, np.array(2.5), 4.25, "the square", slips={"This looks like 2x.": 2.5})
    assert text.split("\n") == [
        "the square is wrong.",
        "  expected: 4.25",
        "  your answer: 2.5",
        "  → This looks like 2x.",
    ]


def test_two_slips_that_fit_are_both_told() -> None:
    slips = {"This is 2x.": 4.0, "This is x².": 4.0}
    assert message(checks.expect_close, np.array(4.0), 8.0, "x³", slips=slips).endswith(
        "  → It looks like one of these: This is 2x. Or: This is x²."
    )


def test_slips_that_cannot_be_told_apart_stop_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESSON_AUTHORING", "1")
    checks.expect_close(np.array(8.0), 8.0, "x³", slips={"This is 2x.": 4.0})
    for slips in ({"This is 2x.": 4.0, "This is x².": 4.0}, {"This is x⁴/2.": 8.0}):
        with pytest.raises(ValueError, match="cannot be told from"):
            checks.expect_close(np.array(8.0), 8.0, "x³", slips=slips)


def test_hints_have_conditions_and_guesses_end_with_a_named_slip() -> None:
    def answer(x):
        return x

    def said(value, **more):
        text = message(checks.expect_close, checks.call(answer, np.array(value)), np.array(9.0), "x", **more)
        return text.split("\n")[3:]

    hints = {"It is capped at 1.": lambda got: got.max() == 1}
    assert said(1.0, hints=hints, hint="Look again.") == ["  It is capped at 1."]
    assert said(2.0, hints=hints, hint="Look again.") == ["  Look again."]
    assert said(np.nan, hint="Look again.") == ["  Look again."]
    assert "not a number" in said(np.nan)[0]
    assert said(3.0, slips={"Thrice.": 3.0}) == ["  → Thrice."]
    assert said(2.0, hints=hints, hint="Look again.") == said(1.0, hints=hints) == said(np.nan) == []
    assert message(checks.expect, False, "It is compiled.", hint="Look again.") == "It is compiled."


def test_an_answer_that_changes_from_call_to_call_is_told() -> None:
    seen = []

    def counts(x):
        seen.append(x)
        return np.array([len(seen)])

    answer = checks.call(counts, np.array(1.0))
    assert "another result the second time" in message(checks.expect_close, answer, [7.0], "x", hint="Look.")


def test_a_single_number_of_an_earlier_call_is_told_like_any_other() -> None:
    first, _ = (checks.call(float, value) for value in (1.0, 2.0))
    assert "Look." in message(checks.expect_close, first, 7.0, "x", hint="Look.")


def test_the_placeholder_is_told_from_a_library_s_own_error() -> None:
    def library(x):
        raise NotImplementedError("numpy() is only available when eager execution is enabled.")

    with pytest.raises(checks.CheckFailed, match="raised NotImplementedError") as failed:
        checks.call(library, 1)
    assert not isinstance(failed.value, checks.NotAttempted)
    long = "start " + "x" * 500 + " the cause"

    def fails(x):
        raise ValueError(long)

    assert "the cause" in message(checks.call, fails, 1)


def test_shapes_are_told_with_entries_and_values() -> None:
    assert message(checks.expect_shape, np.array([1.0, 2.0]), (3,), "The mean").split("\n") == [
        "The mean: the answer has another shape than it should.",
        "  expected: 3 entries, shape (3,)",
        "  your answer: 2 entries, shape (2,): [1. 2.]",
    ]


def test_close_wants_the_shape_and_float32_precision() -> None:
    assert "another shape" in message(checks.expect_close, np.ones((2, 1)), np.ones(2), "x")
    checks.expect_close(np.float32([1 / 3]), [1 / 3], "x")
    assert message(checks.expect_close, np.array([0.3343]), [1 / 3], "x")
    checks.expect_close(np.array([-np.inf, 1.0]), [-np.inf, 1.0], "x")


def test_values_stand_on_lines_that_feedback_can_leave_out() -> None:
    failed = checks.CheckFailed("what", given=1, expected=2, got="two\nlines 7", where="line 1", hint="hint")
    kept = [line for line in str(failed).split("\n") if not line.startswith(checks.VALUE_LABELS)]
    assert kept == ["what", "  hint"]


def test_explanations_are_named_slips_or_a_message_with_its_hint() -> None:
    def of(**more: str) -> list[str]:
        return explanations(str(checks.CheckFailed("The mean is wrong.", given=1, got=2, **more)))

    assert of() == []
    assert of(slip="Twice.", hint="Look.") == ["  → Twice."]
    assert of(hint="Look.") == ["The mean is wrong.\n  Look."]


def test_a_check_raised_by_the_student_keeps_nothing_of_its_text() -> None:
    def cheat(x):
        raise checks.CheckFailed("secret 42")

    lines = message(checks.call, cheat, 1).split("\n")
    assert "42" not in "\n".join(line for line in lines if not line.startswith(checks.VALUE_LABELS))


def test_warnings_of() -> None:
    assert checks.warnings_of(np.log, np.array([0.0])) == ["divide by zero encountered in log"]
    assert checks.warnings_of(np.log, np.array([1.0])) == []


def test_error_of() -> None:
    def picky(x):
        if x < 0:
            raise ValueError("negative")
        if x == 0:
            sys.exit(1)
        return x

    def unwritten(x):
        raise NotImplementedError()

    assert repr(checks.error_of(picky, -1)) == "ValueError('negative')"
    assert checks.error_of(picky, 1) is None
    assert isinstance(checks.error_of(picky, "a"), TypeError)
    assert isinstance(checks.error_of(picky, 0), checks.CheckFailed)
    assert "not written yet" in message(checks.error_of, unwritten, 1)


def in_notebook(cell: str, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """The function `f` that a notebook's cell defines; its text can be looked up, as IPython sees to it."""
    name, names = f"<ipykernel_{len(cell)}>", {}
    monkeypatch.setitem(linecache.cache, name, (len(cell), None, cell.splitlines(True), name))
    exec(compile(cell, name, "exec"), names)
    return names["f"]


FIRST = "first = []\ndef f(x):\n    first.append(x)\n    return {}\n"


@pytest.mark.parametrize(
    ("result", "expectation"),
    [
        ("first[0]", lambda f: checks.expect_close(checks.call(f, 4.0), 4.0, "x", hint="Look.")),
        ("first[0]", lambda f: checks.expect(checks.call(f, 4.0) == 4.0, "x", hint="Look.")),
        ("1, first[0]", lambda f: checks.expect_close(checks.call(f, 4.0)[1], 4.0, "x", hint="Look.")),
        ("1, first[0]", lambda f: checks.expect_close(checks.call(f, 4.0)[1] + 1, 5.0, "x", hint="Look.")),
        ("[1.0] * len(first[:2])", lambda f: checks.expect_shape(checks.call(f, 4.0), (1,), "x")),
        ("1 / (x == first[0])", lambda f: checks.call(f, 4.0)),
    ],
    ids=["close", "condition", "part", "made of a part", "shape", "error"],
)
def test_state_kept_from_an_earlier_call_is_told(
    result: str, expectation: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The function repeats itself, but not where nothing was called before."""
    f = in_notebook(FIRST.format(result), monkeypatch)
    checks.call(f, 3.0)
    told = message(expectation, f)
    assert "keep something from an earlier call" in told and "second time" not in told and "Look" not in told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "said", "hint"),
    [
        ("tf.reshape(x, (x.shape[0], -1))", "Failed to convert elements of (None, -1)", "the batch size may be None"),
        ("np.sum(x)", "Cannot convert a symbolic tf.Tensor", "NumPy cannot compute"),
        ("tf.matmul(x, tf.ones((5, 5)))", "Dimensions must be equal, but are 2 and 5", ""),
        ("x.nothing", "'SymbolicTensor' object has no attribute 'nothing'", ""),
    ],
)
def test_an_error_inside_a_graph_is_told_without_tensorflow_s_files(
    body: str, said: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell = f"import numpy as np\nimport tensorflow as tf\ndef f(x):\n    return {body}\n"
    told = message(checks.in_tf_function, in_notebook(cell, monkeypatch), np.ones((3, 2))).split("\n")
    assert "f, inside a tf.function, raised" in told[0] and said in told[1] and "File" not in told[1]
    assert told[2] == f"  where: line 4: return {body}"
    assert [hint in line for line in told[3:]] == [True] * bool(hint)


def test_where_its_cell_is_not_known_a_function_is_not_run_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    f = in_notebook(FIRST.format("first[0]"), monkeypatch)
    checks.call(f, 3.0)
    linecache.cache.pop(f.__code__.co_filename)
    assert "Look" in message(checks.expect_close, checks.call(f, 4.0), 4.0, "x", hint="Look.")


def test_an_error_that_does_not_come_again_is_told() -> None:
    seen = []

    def f(x):
        seen.append(x)
        return 1 / (len(seen) - 1)

    assert "another result the second time" in message(checks.call, f, 1.0)
    assert "second time" not in message(checks.call, lambda x: 1 / x, 0)


@pytest.mark.slow
def test_a_builder_that_remembers_is_told() -> None:
    import keras

    layers = []

    def build(width):
        layers.append(keras.layers.Dense(width))
        return keras.Sequential([keras.Input((1,)), *layers])

    probe = checks.ModelProbe(build, 2)
    probe.outputs(np.ones((1, 1)))
    assert "another result the second time" in message(checks.expect, probe.parameter_count == 5, "x", hint="Look.")


def test_what_costs_too_much_is_not_done_again() -> None:
    calls = []
    checks.peak_memory(lambda x: calls.append(x) or 1.0, 0)
    assert "Look" in message(checks.expect, False, "x", hint="Look.") and len(calls) == 1


@pytest.mark.slow
def test_a_builder_or_a_step_that_changes_its_input_is_noticed() -> None:
    import keras

    def build(widths):
        widths.append(1)
        return keras.Sequential([keras.Input((1,)), *map(keras.layers.Dense, widths)])

    assert "build changes its input" in message(checks.ModelProbe, build, [2])
    assert checks.ModelProbe(lambda widths: build([*widths]), [2]).weight_shapes[0] == (1, 2)

    def step(network, optimizer, x):
        x += 1.0
        return {"loss": 0.0}

    network = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    told = message(checks.train_step, step, [network], keras.optimizers.SGD(0.5), np.ones((1, 1)))
    assert "step changes its input" in told


def test_layers_in_a_list_are_no_model() -> None:
    import keras

    assert "keras.Sequential" in message(checks.ModelProbe, lambda: [1, 2])
    assert "not yet a model" in message(checks.ModelProbe, lambda: [keras.Input((1,))])


def test_work_tells_linear_from_quadratic() -> None:
    def loop(x):
        return [a - b for a in x for b in x]

    def table(x):
        return (x[:, None] - x).sum()

    for function, ratio in ((np.sort, 4), (np.sum, 4), (loop, 16), (table, 16)):
        few, many = (checks.work(function, np.arange(n, dtype=float)) for n in (200, 800))
        assert many < (1 + ratio) * few
        assert ratio == 4 or many > 8 * few
    assert checks.work(loop, np.arange(800.0), limit=1000) < 10_000
    assert sys.gettrace() is None or "count" not in repr(sys.gettrace())
    with pytest.raises(checks.NotAttempted):
        checks.work(stub, 1)


def test_peak_memory() -> None:
    assert checks.peak_memory(lambda x: np.zeros((1000, 1000)).sum(), 0) == pytest.approx(8e6, rel=0.01)
    assert "raised" in message(checks.peak_memory, lambda x: x[0], 0)


@pytest.mark.slow
def test_train_step_leaves_the_networks_as_they_were_and_gives_what_changed() -> None:
    import keras
    import tensorflow as tf

    def step(first, second, optimizer, x):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(second(first(x)))
        optimizer.apply(tape.gradient(loss, [first.kernel, second.kernel]), [first.kernel, second.kernel])
        return {"loss": loss}

    def network(value):
        made = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
        made.set_weights([np.full((1, 1), value), np.zeros(1)])
        return made

    def on_layers(first, second, optimizer, x):
        return step(first.layers[0], second.layers[0], optimizer, x)

    networks, sgd = (network(2.0), network(3.0)), keras.optimizers.SGD(0.5)
    logs, weights, updates = checks.train_step(on_layers, networks, sgd, np.array([[1.0]], np.float32))
    assert (logs, updates) == ({"loss": 6.0}, 1)
    assert [float(w[0].item()) for w in weights] == [2.0 - 0.5 * 3.0, 3.0 - 0.5 * 2.0]
    assert networks[0].get_weights()[0].item() == 2.0
    one = np.ones((1, 1), np.float32)
    assert "did not return a dict" in message(checks.train_step, lambda *a: None, networks, sgd, one)
    assert "another shape" in message(checks.train_step, lambda *a: {"loss": a[-1]}, networks, sgd, one)
    assert "raised" in message(checks.train_step, lambda *a: {"loss": 1 / 0}, networks, sgd, one)
    with pytest.raises(checks.NotAttempted):
        checks.train_step(stub, networks, sgd, one)


@pytest.mark.slow
def test_probes() -> None:
    import keras
    import tensorflow as tf

    assert checks.gradient(lambda x: x**2, [1.0, 3.0]).tolist() == [2.0, 6.0]
    assert checks.gradient(lambda x, y: x * y, [2.0], [5.0], wrt=1).tolist() == [2.0]
    assert "No gradient flows" in message(checks.gradient, lambda x: tf.constant(x.numpy()), [1.0])
    assert checks.in_tf_function(lambda x: tf.shape(x)[0], np.ones((4, 2))) == 4

    def builder(units):
        return keras.Sequential([keras.Input((1,)), keras.layers.Dense(units), keras.layers.Dense(1)])

    probe = checks.ModelProbe(builder, 3)
    assert (probe.parameter_count, probe.is_compiled) == (10, False)
    probe.randomize(seed=1)
    assert probe.outputs(np.ones((5, 1))).shape == (5, 1)
    assert "did not return a Keras model" in message(checks.ModelProbe, lambda: 3)
    assert "Layers one by one" in message(checks.ModelProbe, lambda: [keras.layers.Dense(1)])
    assert "one model, not several" in message(checks.ModelProbe, lambda: (builder(1), builder(2)))

    def two_outputs():
        x = keras.Input((3,))
        return keras.Model(x, (keras.layers.Dense(2)(x), keras.layers.Dense(2)(x)))

    probe = checks.ModelProbe(two_outputs)
    probe.randomize(seed=2)
    for output in (0, 1):
        kernel = probe.weights()[2 * output]
        np.testing.assert_allclose(probe.jacobian([1.0, 2.0, 3.0], output), kernel.T, rtol=1e-6)
        gradients = probe.weight_gradients(np.ones((5, 3)), output)
        assert [float(g.sum()) for g in gradients] == ([30, 10, 0, 0] if output == 0 else [0, 0, 30, 10])
    with pytest.raises(checks.NotAttempted):
        checks.ModelProbe(stub, 3)


def test_data_is_verified(tmp_path: Path) -> None:
    year, ppm = data.co2()
    assert year.shape == ppm.shape == (521,)
    assert np.all(np.diff(year) > 0) and 300 < ppm.min() < ppm.max() < 400
    with pytest.raises(data.DataError, match="is missing. Get it back"):
        data.co2(tmp_path)
    name = "co2_mauna_loa_monthly.csv"
    (tmp_path / name).write_bytes((data.DIRECTORY / name).read_bytes()[:-1])
    with pytest.raises(data.DataError, match="checksum is wrong"):
        data.co2(tmp_path)


def test_figures_need_alt_text(capsys: pytest.CaptureFixture[str]) -> None:
    figure, _ = plt.subplots()
    with pytest.raises(ValueError, match="needs alt text"):
        plots.show(figure, alt=" ")
    plots.show(figure, alt='A line that\n rises from "0" to 1.')
    assert not plt.fignum_exists(figure.number)
    assert 'Figure: A line that rises from "0" to 1.' in capsys.readouterr().out
    assert (
        'alt="A line that rises from &quot;0&quot; to 1."'
        in plots._Shown(b"", 1, 'A line that rises from "0" to 1.')._repr_html_()
    )


def test_a_table_has_rows_as_long_as_its_head() -> None:
    with pytest.raises(ValueError, match="needs 2 cells"):
        plots.table(("a", "b"), [("1",)])


@pytest.mark.slow
def test_fit_does_what_keras_does() -> None:
    import keras

    from lessonkit import training

    x = np.linspace(-1, 1, 64)
    results = []
    for ours in (True, False):
        keras.utils.set_random_seed(3)
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(8, "tanh"), keras.layers.Dense(1)])
        if ours:
            seen: list[float] = []
            look = {"after_epoch": lambda model=model, seen=seen: seen.append(model.get_weights()[0][0, 0])}
            losses = training.fit(model, x, x**2, epochs=30, batch_size=64, learning_rate=0.01, **look)
            assert len(seen) == len(losses) == 30 and seen[-1] == model.get_weights()[0][0, 0] != seen[0]
            results.append((losses[-1], model.get_weights()[0]))
        else:
            model.compile(keras.optimizers.Adam(0.01), "mse")
            history = model.fit(x[:, None], x[:, None] ** 2, epochs=30, batch_size=64, verbose=0)
            results.append((history.history["loss"][-1], model.get_weights()[0]))
    # one batch an epoch: the order of the samples does not matter, so both must agree
    assert results[0][0] == pytest.approx(results[1][0], rel=1e-3)
    np.testing.assert_allclose(results[0][1], results[1][1], rtol=1e-2, atol=1e-3)


@pytest.mark.slow
@pytest.mark.parametrize("separate", [False, True])
def test_fit_seeds_gives_each_network_what_it_would_get_alone(separate: bool) -> None:
    import keras

    from lessonkit import training

    def builder():
        return keras.Sequential([keras.Input((1,)), keras.layers.Dense(8, "tanh"), keras.layers.Dense(1)])

    x = np.random.default_rng(0).normal(size=(2, 50)) if separate else np.linspace(-1, 1, 50)
    seeds, options = (3, 4), {"epochs": 3, "batch_size": 20, "learning_rate": 0.01}
    models, losses = training.fit_seeds(builder, x, x**2, seeds, separate=separate, **options)
    for index, seed in enumerate(seeds):
        own = x[index] if separate else x
        keras.utils.set_random_seed(seed)
        alone = builder()
        np.testing.assert_allclose(losses[index], training.fit(alone, own, own**2, **options), rtol=1e-4)
        for one, other in zip(models[index].get_weights(), alone.get_weights(), strict=True):
            np.testing.assert_allclose(one, other, atol=1e-5)
    normalised = keras.Sequential([keras.Input((1,)), keras.layers.BatchNormalization()])
    with pytest.raises(ValueError, match="not trained"):
        training.fit_seeds(lambda: normalised, np.ones(5), np.ones(5), (1,), epochs=1)


def test_late_fall_tells_whether_training_has_ended() -> None:
    from lessonkit import training

    falling = np.exp(-np.arange(100) / 30)
    assert training.late_fall(falling) == pytest.approx(1 - np.exp(-1 / 3))
    assert training.late_fall([np.full(20, 0.5), np.full(20, 0.4)]) == 0 < training.FLAT < training.late_fall(falling)
    with pytest.raises(ValueError, match="20 are needed"):
        training.late_fall(falling[:19])


def test_seeds_are_shifted_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    import lessonkit

    monkeypatch.delenv("LESSON_SEED", raising=False)
    assert (lessonkit.seed(3), lessonkit.seeds(2)) == (3, [0, 1])
    monkeypatch.setenv("LESSON_SEED", "4")
    assert (lessonkit.seed(3), lessonkit.seeds(2)) == (4003, [4000, 4001])
    monkeypatch.setenv("LESSON_SEED", "four")
    with pytest.raises(ValueError, match="whole number from 0"):
        lessonkit.seed()


def test_over_seeds_repeats_exactly(capsys: pytest.CaptureFixture[str]) -> None:
    from lessonkit import training

    first, second = (training.over_seeds(lambda seed: {"a": np.random.rand(2)}, (1, 2), "x") for _ in range(2))
    assert first["a"].shape == (2, 2)
    np.testing.assert_array_equal(first["a"], second["a"])
    assert capsys.readouterr() == ("", "")


@pytest.mark.slow
def test_start_is_quiet() -> None:
    code = "import lessonkit; lessonkit.start(1); import sys; print('own words', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "own words\n")


def test_lessonkit_does_not_know_the_autograder() -> None:
    for path in Path(data.__file__).parent.rglob("*.py"):
        assert "autograder" not in path.read_text().replace("``autograder``", "")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (lambda x: x - [1, 2], True),
        (lambda x: x.sum(), True),
        (lambda x: 0.5 * x, True),
        (lambda x: x[np.array([0, 1])], True),
        (lambda x: np.sum(x, axis=3), False),
        (lambda x: math.log(0), False),
    ],
)
def test_lists_are_named_only_where_an_error_comes_of_them(body: Callable, told: bool) -> None:
    with pytest.raises(checks.CheckFailed) as failure:
        checks.call(body, [1.0, 2.0])
    assert ("passes lists" in str(failure.value)) == told


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (lambda x: 1.0 if x > 0 else 0.0, "take whole arrays"),
        (lambda x: np.exp(x - max(x, 0.0)), "take whole arrays"),
        (lambda x: math.exp(x), "functions of math take one number"),
        (lambda x: math.exp(x.tolist()), "functions of math take one number"),
        (lambda x: math.exp(1000 * x[0]), "exponent is never positive"),
        (lambda x: np.arange(4).__isub__(x), "keeps no decimals"),
        (lambda x: np.ones((4, 3)) - x, "does keepdims=True keep it?"),
        (lambda x: np.ones((2, 4, 3)) - np.ones((2, 4)), "does keepdims=True keep it?"),
        (lambda x: np.ones((4, 3)) - np.ones((3, 4)), "the other way round"),
        (lambda x: np.ones((3, 4)) - np.ones((4, 1)), "the other way round"),
        (lambda x: np.ones((3, 4)) - np.ones((2, 1)), ""),
        (lambda x: np.ones(5) - x, ""),
        (lambda x: x @ np.ones(3), ""),
    ],
)
def test_what_a_library_s_error_means_is_said(body: Callable, words: str) -> None:
    with pytest.raises(checks.CheckFailed) as failure:
        checks.call(body, np.ones(4))
    last = str(failure.value).splitlines()[-1]
    assert words in last if words else last.startswith("  your answer:"), str(failure.value)


@pytest.mark.slow
def test_what_tensorflow_s_errors_mean_is_said() -> None:
    import keras
    import tensorflow as tf

    def step(_: tf.Tensor) -> None:
        weights = [keras.Variable(np.ones(size)) for size in (2, 3)]
        keras.optimizers.SGD().apply([tf.ones(3), tf.ones(2)], weights)

    for body, words in (
        (lambda x: keras.Input(784), "keras.Input((n,))"),
        (step, "the shape of another weight"),
        (lambda x: 1.0 if x > 0 else 0.0, "take whole arrays"),
        (lambda x: tf.constant(1.0) + x, "tf.cast brings both to one"),
        (lambda x: x + tf.constant(1.0), "tf.cast brings both to one"),
        (lambda x: x + tf.constant(1), "tf.cast brings both to one"),
        (lambda x: keras.losses.MeanSquaredError()(x, tf.ones(4)) + tf.constant(1), "tf.cast brings both to one"),
        (lambda x: tf.cast(tf.ones((4, 3)), "float64") - x, "does keepdims=True keep it?"),
    ):
        assert words in message(checks.call, lambda x, body=body: body(tf.constant(x)), np.ones(4))


@pytest.mark.slow
@pytest.mark.parametrize("variable", ["", "NBGRADER_EXECUTION", "NBGRADER_VALIDATING"])
def test_a_test_that_passes_says_so_to_students_alone(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NBGRADER_EXECUTION", "NBGRADER_VALIDATING"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, "1")
    test = 'def test_f_{0}(f):\n    """The value at {0} (0.5 points)."""\n    assert f({0}) < 2\n\n\ntest_f_{0}(f)'
    start = "import lessonkit\nlessonkit.start()\ndef f(x):\n    return x"
    sources = [start, test.format(1), test.format(2), "x = f(1)", start, test.format(1)]
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    NotebookClient(notebook, allow_errors=True).execute()
    printed = ["".join(output.get("text", "") for output in cell.outputs) for cell in notebook.cells]
    said = "" if variable else "passed: the value at 1 (0.5 points)\n"
    assert printed == ["", said, "", "", "", said]


RIGHT = np.array([[-1.5, 0.25, 2.0], [0.5, 3.0, -4.0]])
RELATIONS = {
    "right except for their signs": -RIGHT,
    "negative ones have become positive": np.abs(RIGHT),
    "negative ones have become 0": np.maximum(RIGHT, 0),
    "above 1 have become 1": np.minimum(RIGHT, 1),
    "1 minus what": 1 - RIGHT,
    "the square of what": RIGHT**2,
    "the exponential of what": np.exp(RIGHT),
    "rounded to 1 decimals": RIGHT.round(1),
    "in reverse order": RIGHT[::-1],
    "each row in reverse": RIGHT[:, ::-1],
    "2.5 times what": (2.5 * RIGHT).astype(np.float32),
    "too small by the same": RIGHT - 3,
    "only the shape is another": RIGHT.ravel(),
    "rows and columns": RIGHT.T,
    "the mean of the right numbers over axis 1": RIGHT.mean(axis=1),
    "the sum of these numbers over axis 2 would be right": np.stack([RIGHT - 1, np.ones((2, 3))], axis=2),
}


@pytest.mark.parametrize("words", RELATIONS)
def test_a_simple_relation_to_the_right_numbers_is_told(words: str) -> None:
    text = message(checks.expect_close, RELATIONS[words], RIGHT, "The values", hint="Look again.")
    assert f"  compared: {relation(RELATIONS[words], RIGHT)}" in text.split("\n")
    assert words in text
    assert explanations(text) in ([], ["The values is wrong.\n  Look again."])  # a fact is no explanation


@pytest.mark.parametrize(
    ("got", "words"),
    [
        ([1.0, 2.0, 4.0], "only the last number of 3 is wrong."),
        ([9.0, 2.0, 3.0], "only the first number of 3 is wrong."),
        ([1.0, np.nan, 3.0], "only number 2 of 3 is wrong."),
        ([1.0, 2.5, 4.0], "1 of 3 numbers are right."),
    ],
)
def test_where_numbers_are_wrong_is_told_if_others_are_right(got: list[float], words: str) -> None:
    text = message(checks.expect_close, np.array(got), np.array([1.0, 2.0, 3.0]), "The values", rtol=0.1)
    assert f"  compared: {words}" in text.split("\n")


def test_where_numbers_are_wrong_is_not_told_if_all_are_or_the_shape_is() -> None:
    for got in (np.array([2.0, 4.0, 7.0]), np.ones(4), np.array(["a", "b", "c"])):
        assert few_wrong(got, np.array([1.0, 2.0, 3.0]), 1e-4, 1e-6) == ""
    assert few_wrong(np.array([1.0, 2.001, 4.0]), np.array([1.0, 2.0, 3.0]), 1e-2, 0) == ""  # is the second right?


def test_numbers_that_are_nearly_right_are_said_to_be() -> None:
    right = np.linspace(1.0, 2.0, 20)
    text = message(checks.expect_close, right + 0.003 * (-1) ** np.arange(20), right, "It")
    assert "all numbers are close to the right ones, off by 0.003 at most" in text
    for got in (right + 0.02 * np.sin(np.arange(20)), np.where(right == 1, np.nan, right), right[1:], np.ones(0)):
        assert nearly(got, right) == ""


def test_no_relation_is_told_that_is_none_or_may_be_chance() -> None:
    assert relation(RIGHT * [1, 2, 3], RIGHT) == ""
    assert relation(RIGHT + [[0, 0, 1]], RIGHT) == ""
    assert relation(np.array([2.0, 2.0]), np.array([1.0, 1.0])) == ""
    assert relation(np.array(4.0), np.array(2.0)) == ""
    assert relation(RIGHT * (1 + 1e-6), RIGHT) == ""  # every relation that keeps these numbers would hold
    assert relation(np.array([0.0, 1.0, 3.0]), np.array([0.0, 1.0, 2.0])) == ""  # running totals, by chance
    assert relation(np.array([0.0, np.nan, 1.0]), np.array([0.0, 1.0, 2.0])) == ""
    assert relation((RIGHT, RIGHT), RIGHT) == ""
    assert relation(np.array(["a", "b", "c"]), np.array([0.0, 1.0, 2.0])) == ""
