from tracker.domain.scheme import Method
from tracker.metrics.scoring.wording import method_name


def test_every_method_has_a_name_of_its_own() -> None:
    assert len({method_name(method) for method in Method}) == len(Method)
