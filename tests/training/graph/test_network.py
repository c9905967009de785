"""The network that reads computes what the network that was trained computes."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch trains the pipeline and is not needed to read")

from depeche.language.graph.forms import LONGEST, Alphabet  # noqa: E402
from depeche.language.graph.network import Network as Read  # noqa: E402
from depeche.language.graph.network import Rows  # noqa: E402
from training.graph.data import Maker  # noqa: E402
from training.graph.network import Network, Sizes  # noqa: E402

FORMS = "Le président kényan Ruto a reçu mardi 14 mai son homologue , a - t - on".split()
ALPHABET = Alphabet(
    {"le": 4, "a": 5}, {letter: row for row, letter in enumerate("abcdefghijklmnopr", start=4)}, {"dent"[-3:]: 4}, {"Xxxx": 4}
)  # fmt: skip
SIZES = Sizes(
    words=6, letters=21, endings=5, shapes=5, tags=7, rules=6, labels=5, sources=2, hidden=12, form=20, arc=9, label=6, tag=8
)  # fmt: skip


def test_both_networks_agree() -> None:
    torch.manual_seed(3)
    trained = Network(SIZES, dropout=0.3).eval()
    for weight in trained.parameters():
        torch.nn.init.normal_(weight, std=0.3)
    vectors = {form: torch.randn(96) for form in FORMS}
    forms = Maker(ALPHABET, vectors.__getitem__).encode(FORMS)
    arrays = {name: weight.detach().numpy().copy() for name, weight in trained.state_dict().items()}
    arrays["form.bias"] = arrays["form.bias"] + arrays.pop("sources.weight")[1]
    read = Read(arrays)
    words, endings, shapes = np.array([ALPHABET.rows(form) for form in FORMS]).T
    letters = np.array([ALPHABET.spelling(form) for form in FORMS]).reshape(-1, LONGEST + 2)
    embedded = read.embed(Rows(words, endings, shapes, letters, forms["vectors"].numpy()))

    size, short = len(FORMS), 9
    places = torch.tensor([range(size), [*range(short), *[0] * (size - short)]])
    with torch.no_grad():
        states = trained.encode(forms, places, torch.tensor([size, short]), torch.tensor([1, 1]))
        tags, rules, starts = trained.tagged(states)
        arcs = trained.attached(states[:1])[0]
        heads = arcs.argmax(dim=1)
        rooted = torch.cat([states[0], trained.root[None]])
        labels = trained.labelled(states[0], rooted[heads]).argmax(dim=1)

    # The order of the texts in a batch does not matter.
    own = read.encode(np.concatenate([embedded[:short], embedded]), [short, size])
    assert np.allclose(own[short:], states[0].numpy(), atol=1e-4)
    assert np.allclose(own[:short], states[1, :short].numpy(), atol=1e-4)
    tagged, pairs = read.tag(own[short:]), read.pair(own[short:])
    for found, expected in ((tagged.tags, tags), (tagged.rules, rules), (tagged.starts, starts)):
        assert np.allclose(found, expected[0].numpy(), atol=1e-4)
    scores, roots = read.attach(pairs, 0, size)
    assert np.allclose(scores, arcs[:, :size].numpy(), atol=1e-3)
    assert np.allclose(roots, arcs[:, size].numpy(), atol=1e-3)
    above = np.array([-1 if head == size else head for head in heads.tolist()])
    assert read.label(pairs, above).tolist() == labels.tolist()
