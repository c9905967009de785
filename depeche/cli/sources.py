"""`depeche sources`: what files are taken for, and why."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from depeche.model import Document


def sources(
    paths: Annotated[list[str], typer.Argument(help="Files or folders; - for standard input.")],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a file.")] = False,
) -> None:
    """Say of each file what it is seen as, by which sign, what is in it, and what would be refused."""
    import msgspec

    from depeche.model import Refusal
    from depeche.sources import SourceOptions, look_at, open_content
    from depeche.sources.files import open_files

    options = SourceOptions()
    found: dict[str, Any]
    for content in open_files(paths, options=options):
        if isinstance(content, Refusal):
            found = {
                "origin": content.origin,
                "layout": None,
                "sign": content.reason,
                "advice": content.advice,
            }
            typer.echo(_line(found) if not json else msgspec.json.encode(found).decode())
            continue
        seen = look_at(content)
        articles: list[dict[str, Any]] = []
        refused: list[dict[str, Any]] = []
        for item in open_content(content, options=options):
            if isinstance(item, Refusal):
                refused.append({"origin": item.origin, "reason": item.reason, "advice": item.advice})
            else:
                articles.append(_article(item))
        found = {
            "origin": content.origin,
            "layout": None if isinstance(seen, Refusal) else seen.layout,
            "sign": seen.reason if isinstance(seen, Refusal) else seen.sign,
            "encoding": content.decoded.encoding if content.decoded else None,
            "articles": articles,
            "refused": refused,
        }
        typer.echo(msgspec.json.encode(found).decode() if json else _line(found))


def _article(document: "Document") -> dict[str, Any]:
    """What is told of an article; its text is not held."""
    return {
        "id": document.id,
        "characters": len(document.text),
        "headline": document.headline,
        "outlet": document.outlet,
        "published": document.published,
        "author": document.author,
        "metadata_from": document.metadata_from,
        "dates": [{"value": one.value, "role": one.role, "where": one.where} for one in document.dates],
    }


def _line(found: dict[str, Any]) -> str:
    if found["layout"] is None:
        advice = found.get("advice") or next((one["advice"] for one in found.get("refused", [])), "")
        return f"{found['origin']}: refused: {found['sign']}. {advice}"
    articles, refused = found["articles"], found["refused"]
    lines = [
        f"{found['origin']}: {found['layout']} ({found['sign']}), {len(articles)} read, {len(refused)} refused"
    ]
    for one in articles[:20]:
        known = ", ".join(filter(None, (one["outlet"], one["published"], one["headline"])))
        lines.append(f"  {one['id']}: {one['characters']} characters{': ' + known if known else ''}")
        lines += [f"    {field}: {origin}" for field, origin in sorted(one["metadata_from"].items())]
        lines += [f"    {said['value']}: {said['role']}, {said['where']}" for said in one["dates"]]
    lines += [f"  {one['origin']}: refused: {one['reason']}. {one['advice']}" for one in refused[:20]]
    if len(articles) > 20 or len(refused) > 20:
        lines.append("  …")
    return "\n".join(lines)
