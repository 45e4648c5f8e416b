"""Small corpora in the formats of the real ones, with sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path

NEWSWIRE = "\n".join(
    [
        "https://example.org/bridge\tO",
        "",
        "Ida\tB-Person",
        "Korvin\tI-Person",
        "left\tO",
        "Old Lodra\tB-Location",
        ".\tO",
        "damaged line",
        "",
        "Lund\tI-Person",
        "Brimlo\tB-Organization",
        "",
    ]
)
GEOWEBNEWS = "Lodra said the Sorvan mayor had left Old Bay for Plesko."
PLACES = "\n".join(
    [
        "T1\tMetonymic 0 5\tLodra",
        "T2\tDemonym 15 21\tSorvan",
        "T3\tLiteral 37 44\tOld Bay",
        "T4\tLiteral 49 51;52 55\tPl sko",
        "T5\tHomonym 49 55\tPlesko",
        "#1\tAnnotatorNotes T1\t12345",
    ]
)
GAP_HEADER = ("ID", "Text", "Pronoun", "Pronoun-offset", "A", "A-offset", "A-coref", "B", "B-offset", "B-coref", "URL")
GAP_TEXT = 'Ada Brook met Jana Kos. "Then" she left.'
GUM = [
    "# newdoc id = GUM_news_bridge",
    "# newpar",
    "1\tThe\tthe\tDET\t_\t_\t3\tdet\t_\tEntity=(1-person-new-cf1-3-coref",
    "2\told\told\tADJ\t_\t_\t3\tamod\t_\t_",
    "3\tmayor\tmayor\tNOUN\t_\t_\t6\tnsubj\t_\tEntity=1)",
    "4\tAda\tAda\tPROPN\t_\t_\t3\tappos\t_\tEntity=(2-person-new-cf2-1-sgl",
    "5\tBrook\tBrook\tPROPN\t_\t_\t4\tflat\t_\tEntity=2)",
    "6-7\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
    "6\tdid\tdo\tAUX\t_\t_\t0\troot\t_\tSpaceAfter=No",
    "7\tn't\tnot\tPART\t_\t_\t6\tadvmod\t_\t_",
    "8\tleave\tleave\tVERB\t_\t_\t6\tdep\t_\tSpaceAfter=No|Entity=(7-event-new-cf5-1-sgl)",
    "9\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_",
    "",
    "# newpar",
    "1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-cf1-1-ana)",
    "2\tsaw\tsee\tVERB\t_\t_\t0\troot\t_\t_",
    "3\tLodra\tLodra\tPROPN\t_\t_\t4\tcompound\t_\tEntity=(4-place-new-cf3-1,2-sgl(5-place-new-cf4-1-sgl-Lodra_%28town%29)",
    "4\tBay\tBay\tPROPN\t_\t_\t2\tobj\t_\tEntity=4)",
    "5\tthat\tthat\tPRON\t_\t_\t2\tobj\t_\tEntity=(6-person-acc-cf6-1-sgl)",
]
ECB = """<Document doc_name="1_1ecb.xml">
<token t_id="1" sentence="0">Ada</token><token t_id="2" sentence="0">Brook</token>
<token t_id="3" sentence="0">left</token>
<token t_id="4" sentence="0">.</token><token t_id="5" sentence="1">She</token><token t_id="6" sentence="1">ran</token>
<token t_id="7" sentence="1"></token><token t_id="8" sentence="1">Cole</token>
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="1"/><token_anchor t_id="2"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="2"><token_anchor t_id="5"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="3"><token_anchor t_id="8"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="4"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="5" TAG_DESCRIPTOR="t_brook"/>
</Markables>
<Relations><INTRA_DOC_COREF r_id="1">
<source m_id="2"/><source m_id="1"/><target m_id="5"/>
</INTRA_DOC_COREF></Relations>
</Document>"""


def write(path: Path, text: str) -> None:
    """The file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def gap_row(key: str = "validation-1", a: str = "FALSE", b: str = "TRUE") -> str:
    """One pronoun of GAP, its text and its two names."""
    values = (key, GAP_TEXT, "she", "31", "Ada Brook", "0", a, "Jana Kos", "14", b, "https://example.org")
    return "\t".join(values)


def event_row(text: str = "Korvin left Lodra .", **labels: float) -> str:
    """One sentence of the corpora of factuality, with the label of the event at each word given."""
    words = text.split(" ")
    targets = [{"span1": [words.index(word), words.index(word) + 1], "label": one} for word, one in labels.items()]
    return json.dumps({"text": text, "targets": targets})


def write_corpora(folder: Path) -> Path:
    """All corpora with one small text in each of their parts."""
    write(folder / "worldwide_newswire" / "processed_annotated" / "bridge.json.tsv", NEWSWIRE)
    write(folder / "geowebnews" / "7.ann", PLACES)
    write(folder / "geowebnews" / "7.txt", GEOWEBNEWS)
    for corpus in ("UDS_IH2", "UW", "MEANTIME", "CB/CB"):
        for part in ("train", "dev"):
            write(folder / "factuality" / corpus / f"{part}.jsonl", event_row(left=3.0) + "\n")
    for part in ("development", "validation"):
        write(folder / "gap" / f"gap-{part}.tsv", "\t".join(GAP_HEADER) + "\n" + gap_row(f"{part}-1") + "\n")
    for part in ("train", "dev"):
        write(folder / "gum" / part / f"GUM_{part}.conllu", "\n".join(GUM) + "\n")
    write(folder / "ecbplus" / "1" / "1_1ecb.xml", ECB)
    return folder
