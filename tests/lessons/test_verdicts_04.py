"""Each outcome of the verdicts of lesson 04, from invented results."""

import pytest
from verdict_rules import difference, rules

RULES = rules("04_anomaly_detection")
BETTER, WORSE = difference(0.03, 0.09), difference(-0.09, -0.03)
EITHER, ALIKE = difference(-0.05, 0.04), difference(-0.01, 0.01)
PLAIN = {"blurred": (0.4, 0.3, 0.45), "empty": (0.7, 0.6, 0.8)}
FOUND = {"blurred": (0.6, 0.55, 0.65), "empty": (0.5, 0.4, 0.6)}
SEEN = "holds only if the anomalies are of a kind that it was trained with"


@pytest.mark.parametrize(
    ("against_pixels", "against_mean", "verdict"),
    [
        (BETTER, BETTER, "holds"),
        (BETTER, EITHER, "not told apart"),
        (EITHER, BETTER, "not told apart"),
        (WORSE, BETTER, "does not hold"),
        (EITHER, WORSE, "does not hold"),
    ],
)
def test_hog_has_to_beat_pixels_and_the_mean_image(against_pixels, against_mean, verdict):
    found = RULES.claim_4_1(against_pixels, against_mean, {"Coat": WORSE, "Bag": EITHER, "Sandal": BETTER})
    assert found.verdict == verdict
    assert found.sentence.endswith("pixels: Sandal.")
    assert (found.low, found.high) == (against_pixels.low, against_pixels.high)


def test_hog_may_be_ahead_on_no_kind():
    assert RULES.claim_4_1(WORSE, WORSE, {"Coat": WORSE}).sentence.endswith("pixels: none.")


@pytest.mark.parametrize(
    ("seen", "one_kind", "eight_kinds", "verdict"),
    [
        (BETTER, BETTER, EITHER, "holds"),
        (BETTER, WORSE, BETTER, SEEN + ", or it knows many kinds (here eight)"),
        (BETTER, EITHER, EITHER, SEEN),
        (BETTER, WORSE, WORSE, SEEN),
        (EITHER, WORSE, BETTER, "not told apart"),
        (WORSE, BETTER, BETTER, "does not hold"),
    ],
)
def test_the_regressor_is_judged_on_seen_and_on_unseen_kinds(seen, one_kind, eight_kinds, verdict):
    assert RULES.claim_4_2(seen, one_kind, eight_kinds).verdict == verdict


@pytest.mark.parametrize(
    ("as_share", "verdict"), [(BETTER, "does not hold"), (WORSE, "holds"), (EITHER, "not told apart")]
)
def test_the_output_is_nearer_to_a_share_or_to_r2(as_share, verdict):
    found = RULES.claim_4_3(as_share, 0.07, 0.6, -0.4)
    assert found.verdict == verdict
    assert as_share.words() in found.sentence


@pytest.mark.parametrize(
    ("against_mean", "plain", "verdict"),
    [
        (BETTER, FOUND, "holds"),
        (BETTER, PLAIN, "holds only if the anomalies are not plainer versions of what is normal"),
        (EITHER, FOUND, "not told apart"),
        (EITHER, PLAIN, "not told apart"),
        (WORSE, FOUND, "does not hold"),
    ],
)
def test_the_autoencoder_has_to_beat_the_mean_image(against_mean, plain, verdict):
    found = RULES.claim_4_4(against_mean, plain)
    assert found.verdict == verdict
    assert found.sentence.endswith("chance: blurred." if plain is PLAIN else "chance: none.")


@pytest.mark.parametrize(
    ("against_svm", "verdict"),
    [(BETTER, "holds"), (ALIKE, "holds"), (EITHER, "not told apart"), (WORSE, "does not hold")],
)
def test_one_class_claims_are_about_detection(against_svm, verdict):
    assert RULES.claim_4_5(against_svm, 0.6).verdict == verdict
    found = RULES.claim_4_7(against_svm, {"with biases": WORSE, "centre at 0": BETTER}, {"by the rules": 0.3})
    assert found.verdict == verdict
    assert WORSE.words() in found.sentence and BETTER.words() in found.sentence


@pytest.mark.parametrize(
    ("working", "new", "verdict"),
    [
        (2, BETTER, "holds"),
        (1, BETTER, "holds only if it is the one that came with Keras 3, keras.wrappers.SKLearnRegressor"),
        (0, BETTER, "holds only if it is the one that came with Keras 3, keras.wrappers.SKLearnRegressor"),
        (0, EITHER, "not told apart"),
        (0, WORSE, "does not hold"),
    ],
)
def test_the_wrapper_has_to_import_and_to_work(working, new, verdict):
    assert RULES.claim_4_6(working, 2, new).verdict == verdict
