"""Records as annotations of the articles' words."""

import json
from collections.abc import Callable

from depeche.record import Record


def test_each_annotation_finds_its_words_again(record: Record, written: Callable[[str], str]) -> None:
    page = json.loads(written("annotations"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    counts = record.counts()
    assert len(page["items"]) == sum(counts[kind] for kind in ("statements", "events", "positions", "terms"))
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    texts = {
        reading.article.url or f"urn:sha256:{reading.article.text_sha256}": reading.article.text
        for reading in record.readings()
    }
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["body"][1]["value"]
        text = texts[item["target"]["source"]]
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
