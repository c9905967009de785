"""Events and the acts that they are about."""

import msgspec

from depeche.model import PlannedAct


def test_a_planned_act_names_each_side_once_in_order() -> None:
    act = PlannedAct(type="CONSULT", actor=("CHN", "CHN", "UKR"), recipient=("PER", "Lima", "PER"))
    assert (act.actor, act.recipient) == (("CHN", "UKR"), ("PER", "Lima"))
    assert msgspec.json.decode(b'{"actor": ["CHN", "CHN"]}', type=PlannedAct).actor == ("CHN",)
    assert msgspec.structs.replace(act, date="2024-05").actor == act.actor
