import json
from dataclasses import fields, replace

import pytest

from knowledge.answering.searching import confidence
from knowledge.answering.searching.confidence import Features, Model

MIDDLING = Features(0.5, 0.5, 0.5, 0.0, 0.0, 1.0, 0.0, 1.0)


def test_the_shipped_weights_name_every_feature_and_no_other():
    stored = json.loads(confidence.WEIGHTS.read_text(encoding="utf-8"))
    assert list(stored["weights"]) == [field.name for field in fields(Features)]


@pytest.mark.parametrize("feature", ["coverage", "score", "dense", "margin", "timely", "numbers"])
def test_more_of_what_speaks_for_a_passage_makes_it_likelier(feature: str):
    model = Model.shipped()
    better = replace(MIDDLING, **{feature: getattr(MIDDLING, feature) + 0.3})
    assert 0 < model.probability(MIDDLING) < model.probability(better) < 1


def test_the_chance_to_be_the_one_meant_makes_a_passage_likelier():
    model = Model.shipped()
    chances = [model.probability(MIDDLING, chance) for chance in (0.0, 0.4, 0.9)]
    assert chances == sorted(chances)
    assert chances[0] < model.probability(MIDDLING) < chances[-1]
