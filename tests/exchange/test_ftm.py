"""FollowTheMoney entities, checked by hand: every reference leads to an entity of the right schema."""

import json
import re
from collections.abc import Callable

# Properties by schema, as followthemoney 4 defines them, and the schemata that references may lead to.
ACTORS = {"Person", "PublicBody", "Organization", "LegalEntity"}
REFERENCES = {"involved": ACTORS, "subject": ACTORS, "object": ACTORS, "resolved": ACTORS,
              "proof": {"Article"}, "document": {"Article"}}  # fmt: skip
DATED = {"date", "startDate", "endDate", "publishedAt"}
PROPERTIES = {
    "Article": {"title", "publisher", "author", "publishedAt", "sourceUrl", "language"},
    "Person": {"name", "alias", "country", "position"},
    "PublicBody": {"name", "alias", "country"},
    "Organization": {"name", "alias", "country"},
    "Event": {"name", "summary", "description", "involved", "location", "country", "proof", "publisher", "sourceUrl"},
    "UnknownLink": {"subject", "object", "role", "proof"},
    "Mention": {"document", "resolved", "name", "detectedSchema", "contextCountry"},
}  # fmt: skip


def test_entities_refer_to_one_another(written: Callable[[str], str]) -> None:
    entities = [json.loads(line) for line in written("ftm").splitlines()]
    schemas = {entity["id"]: entity["schema"] for entity in entities}
    assert len(schemas) == len(entities)
    for entity in entities:
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]] | DATED
        for name, values in entity["properties"].items():
            assert values and all(isinstance(value, str) and value for value in values)
            assert all(schemas[value] in REFERENCES[name] for value in values if name in REFERENCES)
            assert name not in DATED or all(re.fullmatch(r"\d{4}(-\d\d){0,2}", value) for value in values)
            assert "ountry" not in name or all(re.fullmatch("[a-z]{2}", value) for value in values)


def test_acts_are_events_and_links(written: Callable[[str], str]) -> None:
    entities = [json.loads(line) for line in written("ftm").splitlines()]
    events = {entity["properties"]["name"][0]: entity for entity in entities if entity["schema"] == "Event"}
    visit = events["Entretien : Pérou → Ida Holm"]["properties"]
    assert visit["date"] == ["2024-05-07"]
    assert visit["country"] == ["no"]
    assert len(visit["proof"]) == 2
    assert events["Entretien : ONU, Pérou"]["properties"]["date"] == ["2024-05"]
    assert not [name for name in events if name.startswith("Refus")]
    assert len([entity for entity in entities if entity["schema"] == "UnknownLink"]) == 3
