"""What the commands answer on the real edition."""

import pytest

from tests.cli.running import Shell


def risk_of(shell: Shell, *names: str) -> str:
    return str(shell("check", *names, "--json").document["combined"]["risk"])


def test_mdma_and_phenelzine(shell: Shell) -> None:
    result = shell("check", "MDMA", "phenelzine")
    assert result.code == 0
    assert "Dangerous" in result.out and "serotonin" in result.out


def test_ecstasy_and_zoloft_in_french(shell: Shell) -> None:
    result = shell("check", "ecstasy", "Zoloft", "--lang", "fr", "--json")
    pair = result.document["pairs"][0]
    assert (pair["risk"], pair["effect"]) == ("caution", "weaker")
    page = shell("check", "ecstasy", "Zoloft", "--lang", "fr").out
    assert "Vigilance" in page and "reprendre" in page


def test_three_things(shell: Shell) -> None:
    result = shell("check", "ketamine", "Xanax", "alcohol", "--json")
    combined = result.document["combined"]
    assert combined["risk"] == "dangerous" and combined["caveat"]


def test_naltrexone_and_methadone_name_both_dangers(shell: Shell) -> None:
    result = shell("check", "naltrexone", "methadone")
    assert "Dangerous" in result.out
    assert "withdrawal" in result.out and "tolerance" in result.out


def test_naloxone_is_never_a_danger(shell: Shell) -> None:
    assert risk_of(shell, "naloxone", "GHB") in {"unknown", "low"}


@pytest.mark.parametrize(
    ("names", "risks"),
    [
        (("pethidine", "moclobemide"), {"dangerous"}),
        (("methadone", "cocaine"), {"dangerous"}),
        (("tramadol", "pregabalin"), {"dangerous", "unsafe"}),
        (("naltrexone", "codeine"), {"dangerous"}),
        (("low-dose naltrexone", "methadone"), {"dangerous"}),
        (("phenelzine", "methamphetamine"), {"dangerous"}),
        (("phenelzine", "moclobemide"), {"dangerous"}),
        (("moclobemide", "venlafaxine"), {"dangerous"}),
        (("pethidine", "selegiline"), {"dangerous"}),
        (("medetomidine", "alcohol"), {"unsafe", "dangerous"}),
        (("aMT", "alcohol"), {"unknown", "caution", "unsafe", "dangerous"}),
        (("MDMA", "sertraline"), {"caution"}),
        (("sertraline", "fluoxetine"), {"unknown", "caution", "unsafe", "dangerous"}),
    ],
)
def test_pairs_that_catch_a_careless_resolver(
    shell: Shell, names: tuple[str, str], risks: set[str]
) -> None:
    assert risk_of(shell, *names) in risks


def test_methadone_and_cocaine_name_breathing_beside_rhythm(shell: Shell) -> None:
    why = shell("check", "methadone", "cocaine", "--json").document["pairs"][0]["why"]
    speaking = {one["hazard"] for one in why if not one["overruled"]}
    assert {"breathing", "rhythm"} <= speaking


def test_an_invented_name(shell: Shell) -> None:
    result = shell("check", "MDMA", "zorblaxine", "--json")
    assert result.code == 1
    assert result.document["names"][1]["status"] == "unknown"
    page = shell("check", "MDMA", "zorblaxine").out
    assert "not known" in page and " Low" not in page


def test_a_pair_without_data_says_that_unknown_is_not_safe(shell: Shell) -> None:
    result = shell("check", "naloxone", "caffeine")
    assert "Unknown" in result.out and "not the same as safe" in result.out


def test_an_ambiguous_name_gives_the_pairs_of_each_candidate(shell: Shell) -> None:
    result = shell("check", "G", "Valium", "--json")
    assert result.code == 1
    conditions = {pair["if"] for pair in result.document["pairs"]}
    assert {"ghb", "gbl"} <= conditions
    assert "if G is GHB:" in shell("check", "G", "Valium").out


def test_law_in_australia_tells_both_schedules(shell: Shell) -> None:
    records = shell("legal", "MDMA", "--in", "AU", "--json").document["records"]
    own = [record for record in records if record["jurisdiction"] == "AU"]
    assert {"prohibited", "restricted-medical-access"} <= {r["status"] for r in own}
    assert any(record.get("access") for record in own)
    page = shell("legal", "MDMA", "--in", "AU").out
    assert "1\u00a0July 2023" in page


def test_law_in_the_states_shows_the_refusal(shell: Shell) -> None:
    page = shell("legal", "MDMA", "--in", "US").out
    assert "2024" in page and "breakthrough" in page.lower()


def test_law_in_british_columbia_says_that_the_pilot_ended(shell: Shell) -> None:
    page = shell("legal", "MDMA", "--in", "CA-BC").out
    assert "ENDED" in page and "January" in page and "2026" in page
    records = shell("legal", "MDMA", "--in", "CA-BC", "--json").document["records"]
    assert any(record.get("of_parent") for record in records)
    assert all({"stale", "verification"} <= set(record) for record in records)


def test_a_place_that_is_not_there(shell: Shell) -> None:
    assert shell("legal", "MDMA", "--in", "XX").code == 2


def test_claims_by_word_and_by_number(shell: Shell) -> None:
    page = shell("claims", "rosenberg").out
    assert "no trial" in page.lower()
    figures = shell("claims", "71", "--json").document["claims"]
    found = [f for claim in figures for f in claim["figures"] if "71" in f["value"]]
    assert found and all(f["comparator"] and f["denominator"] for f in found)


def test_emergency_cards_and_numbers(shell: Shell) -> None:
    result = shell("emergency", "opioid-overdose", "--in", "CA", "--json")
    document = result.document
    assert document["cards"][0]["steps"]
    assert any(one["number"] == "911" for one in document["numbers"])
    assert document["legal_protection"]


@pytest.mark.parametrize(
    ("name", "card"),
    [
        ("poppers", "methaemoglobin"),
        ("dapsone", "methaemoglobin"),
        ("phenacetin", "methaemoglobin"),
        ("levamisole", "agranulocytosis"),
        ("crack", "agranulocytosis"),
        ("Leponex", "agranulocytosis"),
        ("Novalgin", "agranulocytosis"),
        ("Tercian", "agranulocytosis"),
    ],
)
def test_a_name_leads_to_its_emergency_card(shell: Shell, name: str, card: str) -> None:
    cards = shell("emergency", name, "--json").document["cards"]
    assert card in [one["id"] for one in cards]


@pytest.mark.parametrize(
    ("typed", "title", "other"),
    [
        (("not", "breathing"), "OPIOID OVERDOSE", "(deep-sedation)"),
        (("overdose", "ghb"), "DEEP SLEEP THAT IS NOT SLEEP", "(opioid-overdose)"),
        (("chest pain", "and hot"), "CHEST PAIN", "(overheating-serotonin)"),
    ],
)
def test_the_best_card_in_full_and_the_others_by_name(
    shell: Shell, typed: tuple[str, ...], title: str, other: str
) -> None:
    out = shell("emergency", *typed, "--in", "CA").out
    lines = out.splitlines()
    assert "911" in lines[0] and lines[2].startswith(title)
    assert "If it is not that: " in lines[3] and other in "\n".join(lines[3:6])
    assert out.count("What to do, in this order") == 1
    assert len(lines) < 100


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Nothing was recognised"), ("fr", "Rien n’a été")]
)
def test_no_text_ends_without_a_card(shell: Shell, language: str, told: str) -> None:
    result = shell("emergency", "zzzzz", "--lang", language)
    assert result.code == 1
    assert told in result.out and "zzzzz" in result.out
    assert result.out.count("(deep-sedation)") == 1
    document = shell("emergency", "zzzzz", "--lang", language, "--json").document
    assert document["recognised"] is False
    assert [card["id"] for card in document["cards"]] == [
        "opioid-overdose",
        "deep-sedation",
    ]
    assert all(card["steps"] for card in document["cards"])


def test_json_holds_every_card_that_a_text_calls_for(shell: Shell) -> None:
    document = shell("emergency", "lèvres", "bleues", "--json").document
    assert document["recognised"] is True
    ids = [card["id"] for card in document["cards"]]
    assert ids == ["opioid-overdose", "deep-sedation", "methaemoglobin"]
    assert "recognised" not in shell("emergency", "--json").document


def test_an_endless_text_leaves_the_steps_in_sight(shell: Shell) -> None:
    out = shell("emergency", "z" * 9000, "--in", "CA").out
    assert "OPIOID OVERDOSE" in "\n".join(out.splitlines()[:6])


def test_every_sheet_in_both_languages(shell: Shell, library: object) -> None:
    listed = library.listing("substance") + library.listing("class")  # type: ignore[attr-defined]
    for id_, _name in listed:
        for language in ("en", "fr"):
            result = shell("show", id_, "--json", "--lang", language)
            assert result.code in {0, 1}, id_
            assert "[en]" not in result.out


def test_version_says_that_nobody_has_reviewed_it(shell: Shell) -> None:
    result = shell("--version")
    assert result.code == 0 and "No pharmacist or lawyer" in result.out


def test_the_same_pair_twice_is_the_same_answer(shell: Shell) -> None:
    one = shell("check", "MDMA", "alcohol", "--json").document["pairs"]
    other = shell("check", "alcohol", "MDMA", "--json").document["pairs"]
    assert one == other


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        (["alcool=1h30"], 1.5),
        (["alcool=30", "min"], 0.5),
        (["alcool=2", "jours"], 48),
        (["alcool=10 j"], 240),
        (["alcool", "--since", "alcool=1", "sem"], 168),
        (["alcool", "--since", "alcool=3 heures"], 3),
        (["alcool=2 weeks"], 336),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_times_are_read_as_people_write_them(
    shell: Shell, typed: list[str], hours: float, language: str
) -> None:
    result = shell("check", *typed, "disulfirame", "--json", "--lang", language)
    assert result.code == 0
    names = [name["id"] for name in result.document["names"]]
    assert names == ["alcohol", "disulfiram"]
    told = [one.get("elapsed") for one in result.document["pairs"][0]["timing"]]
    assert hours in told


def test_what_cannot_be_read_as_a_time_is_said(shell: Shell) -> None:
    result = shell("check", "alcool=3 lunes", "disulfirame", "--lang", "fr")
    assert result.code == 2
    assert "écrivez 90m, 3h, 10j ou 2sem" in result.err
