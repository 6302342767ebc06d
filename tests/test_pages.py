"""Every kind of page, printed from the toy book: kept as snapshots, and read back as Markdown and as a built site."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
import yaml

import schema_org
import snapshots
from books import REPOSITORY
from claimbook.exports import render as render_exports
from claimbook.findings import Level
from claimbook.model import Certainty, Verdict, Wording
from claimbook.output import write
from claimbook.pages import render
from claimbook.pages.frame import tokens
from claimbook.pages.markup import anchor, code, many, md, preserve, printed
from claimbook.reading import read
from claimbook.rules import RULES
from claimbook.views import shelve

TOY = Path(__file__).parent / "toy"
EXTENSIONS = ["attr_list", "tables", "admonition", "toc"]
"""Those of mkdocs.yml."""


@pytest.fixture(scope="module")
def pages(shelf):
    return {file.path: file.text for file in render(shelf)}


class Reader(HTMLParser):
    """Reads a page as a browser would: elements, links and text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.links, self.ids, self.text = [], [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.links += [value for name, value in attrs if name == "href"]
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_data(self, data):
        self.text += data


def body(page):
    """What readers see: the page without front matter, as the site tool renders it."""
    return Reader(markdown.markdown(page.split("\n---\n", 1)[1], extensions=EXTENSIONS))


def front_matter(page):
    return yaml.safe_load(page.split("\n---\n", 1)[0].removeprefix("---\n"))


SNAPSHOTS = (
    "index.md",
    "claims/index.md",
    "claims/rows.json",
    "categories/comfort.md",
    "conditions/poor-sleep.md",
    "claims/asleep-within-an-hour.md",
    "claims/better-than-milk.md",
    "claims/green-lips.md",
    "claims/grandmother-slept.md",
    "claims/helps-children.md",
    "claims/on-the-register.md",
    "claims/signal-rises.md",
    "claims/sleep-in-an-hour.md",
    "articles/index.md",
    "articles/a-cup-of-calm.md",
    "outcomes/discomfort.md",
    "matrix/index.md",
    "matrix/sleep.md",
    "matrix/articles/a-cup-of-calm.md",
    "gaps.md",
    "references/index.md",
    "references/alder2001mint.md",
    "references/larch2005dream.md",
    "changes/index.md",
    "changes/corrections.md",
    "changes/due.md",
    "methods.md",
    "contribute.md",
    ".theme/notices.html",
)


@pytest.mark.parametrize("path", SNAPSHOTS)
def test_page_is_as_kept(pages, path):
    snapshots.check(f"pages/{path}", pages[path])


def test_every_record_has_a_page(pages, shelf):
    catalogue = shelf.catalogue
    assert {
        *(f"claims/{id_}.md" for id_ in catalogue.claims),
        *(f"articles/{id_}.md" for id_ in catalogue.articles),
        *(f"references/{key}.md" for key in catalogue.references),
        *(f"rules/{rule.id}.md" for rule in RULES),
        *(f"categories/{category.id}.md" for category in catalogue.book.categories),
        *(f"conditions/{condition.id}.md" for condition in catalogue.book.conditions),
        *(f"matrix/{category.id}.md" for category in catalogue.book.categories),
        *(f"matrix/articles/{id_}.md" for id_ in catalogue.articles),
    } <= pages.keys()


def test_text_of_records_is_never_markup(pages):
    for path, page in pages.items():
        if path.endswith(".md"):
            seen = body(page)
            assert not {"script", "em", "b", "iframe"} & {*seen.elements}, path
            assert not [link for link in seen.links if link.startswith("javascript")], path


def test_parts_of_tables_carry_no_role(pages):
    """HTML forbids it; a script says to screen readers what style sheets take away."""
    written = {path: page for path, page in pages.items() if isinstance(page, str)}
    assert [path for path, page in written.items() if re.search(r"<t[a-z]+ [^>]*\brole=", page)] == []


def test_hostile_text_is_read_as_it_was_written(pages):
    page = pages["claims/asleep-within-an-hour.md"]
    text = body(page).text
    for written in (
        "Does strong mint tea bring sleep within an hour? <b>&</b> how?",
        '<script>alert("mint")</script> & a | pipe, *stars*, _lines_, `ticks`, {{ braces }}, {% percent %}',
        "[link](javascript:alert) and # no heading.",
        "Nine of eighteen people <slept> & six with hot water.",
    ):
        assert written in text
    assert (
        front_matter(page)["title"] == "Does strong mint tea bring sleep within an hour? &lt;b&gt;&amp;&lt;/b&gt; how?"
    )


def test_no_line_begins_with_what_a_record_says(pages):
    ours = re.compile(r"(<|#+ |---|[a-z]+: |$)")
    for path, page in pages.items():
        if path.endswith(".md"):
            assert [line for line in page.splitlines() if not ours.match(line)] == [], path


def test_headings_step_down_one_level_at_a_time(pages):
    for path, page in pages.items():
        if path.endswith(".md"):
            levels = [int(tag[1]) for tag in body(page).elements if re.fullmatch("h[1-6]", tag)]
            assert levels[0] == 1, path
            assert levels.count(1) == 1, path
            assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_no_id_stands_twice_on_a_page(pages):
    for path, page in pages.items():
        if path.endswith(".md"):
            ids = body(page).ids
            assert len(ids) == len({*ids}), path


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("asleep-within-an-hour", "Partly supported · Very low certainty"),
        ("on-the-register", "Supported · Official record"),
        ("best-cup", "Cannot be checked · Slogan"),
        ("eases-jet-lag", "No studies found · Not rated"),
        ("helps-children", "Not rated yet Draft"),
        ("wakes-the-neighbours", "Not rated yet In review"),
        ("grandmother-slept", "Withdrawn"),
    ],
)
def test_badge_always_says_it_in_words(pages, claim, words):
    assert words in body(pages[f"claims/{claim}.md"]).text
    assert words in body(pages["claims/index.md"]).text


def test_withdrawn_claim_shows_no_verdict_and_says_why(pages):
    page = pages["claims/grandmother-slept.md"]
    assert "She asked us to take her story down." in body(page).text
    assert "cb-v-not-checkable" not in page


def test_retraction_is_told_wherever_the_source_is_listed(pages):
    claim = body(pages["claims/asleep-within-an-hour.md"]).text
    assert "One source listed below, Larch 2005, was retracted on 2 March 2007. It carries no weight here." in claim
    assert "The journal withdrew it because the tea was coffee." in body(pages["references/larch2005dream.md"]).text
    for path in ("claims/asleep-within-an-hour.md", "references/index.md"):
        assert "Larch 2005 Retracted" in body(pages[path]).text


def test_quote_of_a_rating_names_badge_date_rule_set_and_book(pages, shelf):
    quote = body(pages["claims/green-lips.md"]).text
    assert "Supported · " in quote
    assert f"rule set 1.1.0. In: {shelf.catalogue.book.title}." in quote
    for unrated in ("helps-children", "grandmother-slept"):
        assert "Quote this rating" not in body(pages[f"claims/{unrated}.md"]).text


def test_rating_that_differs_from_the_rule_says_so(pages):
    reason = "The editors do not trust invented cohorts as far as the rule does."
    assert reason in body(pages["claims/green-lips.md"]).text
    methods = body(pages["methods.md"]).text
    assert reason in methods
    assert "1 of 9 ratings differ" in methods


def test_one_rater_is_told(pages):
    assert "One rater" in body(pages["claims/best-cup.md"]).text
    assert "One rater" not in body(pages["claims/asleep-within-an-hour.md"]).text


def test_what_was_not_rated_is_named_with_its_place_and_the_reason(pages):
    text = body(pages["articles/a-cup-of-calm.md"]).text
    assert "a claim: 3. Set aside, because there is nothing in them to rate: 2." in text
    assert "Under “(introduction)”, paragraph 1: The name of the tea | and <no> sentence." in text
    assert "Under “Is It Safe?”, paragraph 2: What we said of it was withdrawn." in text


def test_passages_of_an_article_are_folded_under_its_headings_in_their_order(pages):
    page = pages["articles/a-cup-of-calm.md"]
    places = [page.index(f"<summary>{heading}") for heading in ("Why Mint Tea?", "Is It Safe?")]
    assert places == sorted(places)
    assert "Why Mint Tea? 4 passages, 3 too strongly worded" in body(page).text
    assert page.index('id="said-1"') > places[0]
    assert page.index('id="said-5"') > places[1]


def test_article_that_overstates_nothing_is_not_said_to(shelf):
    said = {
        id_: tuple((row, appearance, Wording.IN_LINE) for row, appearance, _ in found)
        for id_, found in shelf.said.items()
    }
    found = {file.path: file.text for file in render(replace(shelf, said=said))}
    assert "articles/a-cup-of-calm/#far" not in found["articles/index.md"]
    assert "0 of 6 (0 of 100)" in body(found["articles/index.md"]).text
    article = body(found["articles/a-cup-of-calm.md"])
    assert "0 of 6 passages are said more strongly than research allows." in article.text
    assert "far" not in article.ids
    assert "#far" not in article.links


def test_doors_of_the_home_page_lead_to_pages(pages, shelf):
    home = body(pages["index.md"])
    doors = shelf.catalogue.book.doors
    assert doors
    for door in doors:
        assert door.question in home.text
        assert door.path in home.links
        path, _, place = door.path.partition("#")
        seen = body(pages[f"{path}index.md"])
        assert not place or place in seen.ids


def test_former_address_leads_on(pages):
    page = pages["claims/asleep-at-once.md"]
    assert front_matter(page)["redirect"] == "claims/asleep-within-an-hour/"
    assert front_matter(page)["search"] == {"exclude": True}
    assert "../../claims/asleep-within-an-hour/" in body(page).links


def test_edit_link_leads_to_the_record(pages):
    assert front_matter(pages["claims/green-lips.md"])["record"] == "claims/comfort/green-lips.yml"
    assert front_matter(pages["references/alder2001mint.md"])["record"] == "references/studies/alder2001mint.yml"
    notices = pages[".theme/notices.html"]
    assert 'href="https://example.org/toy/book/edit/trunk/{{ page.meta.record }}"' in notices
    assert "use it for tests &lt;as you like&gt; &amp; be happy" in notices


def test_manual_page_of_a_rule_shows_both_examples(pages):
    rule = next(rule for rule in RULES if rule.level is Level.ERROR)
    text = body(pages[f"rules/{rule.id}.md"]).text
    assert rule.bad in text
    assert rule.good in text


def test_style_sheet_has_every_verdict_in_both_schemes(pages):
    light, dark = pages["assets/claimbook.css"].split("[data-md-color-scheme=slate]")[:2]
    for verdict in Verdict:
        assert f"--cb-{verdict}-back: {verdict.light.background};" in light
        assert f"--cb-{verdict}-text: {verdict.dark.text};" in dark
        assert f".cb-v-{verdict}{{" in tokens()


def test_long_lists_are_cut_into_pages(shelf):
    one = shelf.catalogue.references["alder2001mint"]
    keys = [f"alder{number}" for number in range(2000, 2201)]
    catalogue = replace(
        shelf.catalogue, references=shelf.catalogue.references | {key: one._replace(key=key) for key in keys}
    )
    found = {file.path: file.text for file in render(shelve(catalogue, shelf.suggestions))}
    second = found["references/page/2.md"]
    assert "references/page/3.md" in found
    assert "references/page/4.md" not in found
    assert "../../../references/page/3/" in body(second).links
    assert front_matter(second)["search"] == {"exclude": True}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (printed("a & b\n# c\u202e"), "a &amp; b # c"),
        (printed(Certainty.LOW), "low"),
        (printed(3), "3"),
        (md("a *b* {: #c }"), "a &#42;b&#42; &#123;&#58; &#35;c &#125;"),
        (preserve("a: <b>\n- c\n"), "a: &lt;b&gt;&#10;- c"),
        (code("write `a & b` here"), "write <code>a &amp; b</code> here"),
        (anchor("Steep | draw"), "word-steep-draw"),
        (many(1, "claim"), "1 claim"),
        (many(1204, "person", "people"), "1,204 people"),
    ],
)
def test_text_becomes_markup(made, expected):
    assert made == expected


def test_settings_of_the_site_agree_with_the_book():
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    book = read(REPOSITORY).catalogue.book
    assert settings["site_name"] == book.title
    claims = next(section["Claims"] for section in settings["nav"] if "Claims" in section)
    assert claims[1:-2] == [{one.label: f"categories/{one.id}.md"} for one in book.categories]
    assert [path for entry in claims[-2:] for path in entry.values()] == ["matrix/index.md", "gaps.md"]
    assert [list(plugin) for plugin in settings["plugins"]] == [["search"]]
    assert not settings.get("hooks")


@pytest.fixture(scope="module")
def site(shelf, tmp_path_factory):
    """The toy book, built strictly with the settings of the real one."""
    book = tmp_path_factory.mktemp("toy")
    write(book / "docs", [*render(shelf), *render_exports(shelf)])
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["nav"] = [
        "index.md",
        "claims/index.md",
        "articles/index.md",
        "references/index.md",
        "gaps.md",
        "methods.md",
        "glossary.md",
        "contribute.md",
    ]
    (book / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site"]
    run = subprocess.run(
        command, cwd=book, capture_output=True, text=True, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return book / "site"


def test_search_finds_each_claim_once_with_verdict_and_certainty(site, shelf):
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    for row in shelf.rows.values():
        found = [entry for entry in entries if entry["location"].startswith(row.path)]
        assert [entry["location"] for entry in found] == [row.path]
        assert row.badge.text in found[0]["title"]
        assert row.statement in unescape(found[0]["text"])


def test_search_knows_words_of_readers_that_the_page_does_not_print(site):
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    entry = next(entry for entry in entries if entry["location"] == "claims/asleep-within-an-hour/")
    assert {"how fast", "cuppa"} <= {*entry["tags"]}
    assert "brew &amp; &lt;b&gt;" in entry["tags"]
    page = (site / "claims/asleep-within-an-hour/index.html").read_text(encoding="utf-8")
    assert "cuppa" not in page
    assert "knocked" not in page


def test_search_leaves_out_what_lists_say_of_claims(site, shelf):
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    lists = [entry for entry in entries if entry["location"] in ("", "claims/", "categories/sleep/")]
    assert len(lists) == 3
    assert [row.title for row in shelf.rows.values() for entry in lists if row.title in unescape(entry["text"])] == []


def test_search_shows_claims_that_weigh_more_first_and_sources_last(site):
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    boost = {entry["location"]: entry.get("boost", 1) for entry in entries}
    assert boost["claims/asleep-within-an-hour/"] > boost["claims/best-cup/"] > boost["claims/grandmother-slept/"]
    assert boost["claims/grandmother-slept/"] > boost["references/alder2001mint/"]


def test_every_built_page_carries_the_notices(site):
    for page in (site / "index.html", site / "claims/green-lips/index.html", site / "404.html"):
        text = page.read_text(encoding="utf-8")
        assert "This is a test fixture and no advice of any kind." in text
        assert "If something is wrong, ask somebody who knows you." in text
        assert "ule set 1.1.0." in text
    claim = (site / "claims/green-lips/index.html").read_text(encoding="utf-8")
    assert "https://example.org/toy/book/edit/trunk/claims/comfort/green-lips.yml" in claim
    assert "title=Problem:%20claims/comfort/green-lips.yml&amp;record=claims/comfort/green-lips.yml" in claim


def test_linked_data_hold_text_as_it_was_written_and_cannot_be_broken_out_of(site):
    page = (site / "claims/asleep-within-an-hour/index.html").read_text(encoding="utf-8")
    written = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    linked = json.loads(written)
    assert "<" not in written
    assert linked["@graph"][0]["name"] == "Does strong mint tea bring sleep within an hour? <b>&</b> how?"
    said_in = linked["@graph"][1]["itemReviewed"]["appearance"]
    assert said_in[0]["headline"] == 'A Cup of Calm <script>alert("mint")</script>'


def test_linked_data_of_every_record_speak_the_vocabulary():
    graphs = schema_org.graphs(TOY)
    assert [fault for graph in graphs.values() for fault in schema_org.faults(graph)] == []
    types = {node["@type"] for graph in graphs.values() for node in schema_org.nodes(graph) if "@type" in node}
    assert {"ClaimReview", "MedicalWebPage", "Dataset", "BreadcrumbList", "SearchAction", "ScholarlyArticle"} <= types


def test_what_is_not_published_is_reviewed_by_nobody():
    graphs = schema_org.graphs(TOY)
    for claim in ("helps-children", "wakes-the-neighbours", "grandmother-slept"):
        page, *others = graphs[f"claims/{claim}.md"]["@graph"]
        assert others == []
        assert "lastReviewed" not in page


def test_retraction_is_told_to_programs(shelf):
    work = schema_org.graphs(TOY)["references/larch2005dream.md"]["@graph"][0]["mainEntity"]
    assert work["creativeWorkStatus"] == "Retracted"
    assert work["correction"] == shelf.catalogue.standing["larch2005dream"].notice


def test_book_without_an_address_says_nothing_that_needs_one(shelf):
    book = replace(shelf.catalogue.book, address=None)
    found = {file.path: file.text for file in render(replace(shelf, catalogue=replace(shelf.catalogue, book=book)))}
    assert found[".theme/.address.yml"] == 'site_url: ""\n'
    assert "linked" not in front_matter(found["claims/green-lips.md"])


def test_former_address_names_the_new_one_alone(site):
    page = (site / "claims/asleep-at-once/index.html").read_text(encoding="utf-8")
    assert re.findall(r'rel="canonical" href="([^"]*)"', page) == [
        "https://example.org/mint/claims/asleep-within-an-hour/"
    ]
    assert 'content="0; url=../asleep-within-an-hour/"' in page
    assert "asleep-at-once" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_page_tells_its_address_to_those_who_quote_it(site):
    page = (site / "claims/green-lips/index.html").read_text(encoding="utf-8")
    address = "https://example.org/mint/claims/green-lips/"
    assert f'Address of this page: <a href="{address}">{address}</a>' in page


def test_built_pages_ask_nothing_of_other_hosts(site):
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8").replace('rel="canonical" href="https://example.org/mint/', "")
        loaded = re.findall(r'<(?:script|img|iframe|link)[^>]*(?:src|href)="(https?://[^"]+)"', text)
        assert loaded == [], page
