# SPDX-License-Identifier: Apache-2.0
"""Writes the names of countries and territories in other languages, as aliases, into countries.yaml and
places/territories.yaml. A second run changes nothing; what was written by hand stays.

    npm pack cldr-localenames-full && tar xzf cldr-localenames-full-*.tgz
    python3 gazetteer/names_from_cldr.py package/main
    git diff --exit-code gazetteer                     # says nothing while the files are those of the script

Source: Unicode CLDR 48.2 (Unicode licence v3, https://www.unicode.org/license.txt)
"""
import json
import pathlib
import re
import sys
import unicodedata

LOCALES = ["ar", "cs", "de", "es", "fr", "it", "nl", "pl", "pt", "pt-PT", "ru", "sv", "tr", "uk", "zh"]

# Territories that are places, by the id of the gazetteer where CLDR has another English name.
TERRITORIES = {"GS": "south-georgia-and-the-south-sandwich-islands", "HK": "hong-kong", "MO": "macau",
               "PM": "saint-pierre-and-miquelon", "TC": "turks-and-caicos-islands", "WF": "wallis-and-futuna"}

# Saints with a hundred villages each.
LEFT_OUT = {"BL", "MF", "SH", "SX"}

# Names that are as often something else: a word at the start of a sentence, a given name, a city.
NAMED_ELSE = {
    "ar": {"ML", "OM", "BJ"},                    # financial; Amman; sons
    "cs": {"CU", "DM", "SV"},                    # Kuba and Dominika are given names
    "es": {"GD", "LC", "MU", "RE"},              # the city; the saint; Maurice; meeting
    "fr": {"DM", "GD", "MU", "RE", "SV"},
    "it": {"LC", "RE"},
    "pl": {"CU", "DM", "TD"},                    # czad: carbon monoxide
    "pt": {"GD", "LC", "MU", "RE", "SV"},
    "ru": {"DM", "ML", "SV", "TG"},              # genitive of Dominic; "had" in Ukrainian; Dalí; "of that"
    "sv": {"LC"},
    "tr": {"DM", "ME"},                          # a given name; a surname
    "uk": {"DM", "ML", "SV", "TG"},              # small; of that
    "zh": {"DM", "HT", "ML", "SD"},              # Dominic; 上海地铁; 马里兰; sultan
}

# What makes a name another one. Chinese is printed without blanks, so that two characters may belong to two words:
# 发展中国家, 今日本报.
NEIGHBOURS = {
    "Estados Unidos": "not_followed_by: [Mexicanos]",
    "中国": "not_followed_by: [家], not_preceded_by: [其]", "美国": "not_followed_by: [家]",
    "日本": "not_followed_by: [海], not_preceded_by: [今, 近, 每, 昨, 明, 即, 当]",
    "越南": "not_preceded_by: [穿, 跨]", "南非": "not_preceded_by: [越, 东, 西]",
    "印度": "not_followed_by: [洋, 教, 河, 支那]", "约旦": "not_followed_by: [河]", "阿曼": "not_followed_by: [湾, 达]",
    "蒙古": "not_followed_by: [族, 包], not_preceded_by: [内]", "朝鲜": "not_followed_by: [半岛, 族, 战争]",
    "几内亚": "not_followed_by: [湾], not_preceded_by: [新]", "加纳": "not_followed_by: [利], not_preceded_by: [阿]",
    "墨西哥": "not_followed_by: [湾, 城]", "巴拿马": "not_followed_by: [运河, 城]", "科威特": "not_followed_by: [城]",
    "危地马拉": "not_followed_by: [城]", "巴林": "not_followed_by: [左, 右, 银行]",
}

# What a short form may be used of: the codes of others are words and bodies.
SHORT_FORMS = {"BA", "HK", "MM", "MO", "PS", "US"}
BOTH_FORMS = {"MM"}  # "Myanmar (Birmanie)" is two names


def folded(text):
    parts = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("ı", "i")).casefold()
    return re.sub(r"[^\w]", "", "".join(c for c in parts if not unicodedata.combining(c)))


def territories(folder, locale):
    path = pathlib.Path(folder, locale, "territories.json")
    return json.loads(path.read_text("utf-8"))["main"][locale]["localeDisplayNames"]["territories"]


def spellings(code, key, text):
    """The names in one entry of CLDR that a paper prints."""
    text = re.sub(r"\s", " ", text).replace("’", "'").replace("ʼ", "'")
    if key.endswith("alt-short") and code not in SHORT_FORMS:
        return []
    if key == code and code in {"HK", "MO", "PS"} or key.endswith("alt-chagos"):
        return []
    if code in {"CD", "CG"}:
        text = re.sub(r" [-–] ", "-", text)
        if re.fullmatch(r"\w+", text):
            return []  # Congo alone
    inside = re.fullmatch(r"(.+) \((.+)\)", text)
    if inside:
        return list(inside.groups()) if code in BOTH_FORMS else []
    if re.search(r"[(),/]|\bо-в", text) or text[0].islower() or re.match(r".\.-", text):
        return []
    return [text]


def names_by_code(folder):
    names = {}
    for locale in LOCALES:
        language = locale.split("-")[0]
        for key, text in territories(folder, locale).items():
            code = key.split("-")[0]
            if not re.fullmatch("[A-Z]{2}", code) or code in LEFT_OUT or code in NAMED_ELSE.get(language, ()):
                continue
            of_code = names.setdefault(code, {})
            for spelling in spellings(code, key, text):
                # Quênia in Brazil and Quénia in Portugal are one name to a reader without accents.
                if not any(language in known and folded(other) == folded(spelling) for other, known in of_code.items()):
                    of_code.setdefault(spelling, []).append(language)
    return names


def quoted(text):
    return f'"{text}"' if re.search(r"[^\w .\-（）]", text) else text


def line_of(text, languages):
    language = languages[0] if len(languages) == 1 else "[" + ", ".join(languages) + "]"
    neighbours = f", {NEIGHBOURS[text]}" if text in NEIGHBOURS else ""
    return f"      - {{text: {quoted(text)}, language: {language}{neighbours}}}"


def parsed(line):
    """Text and languages of an alias, or nothing for another line."""
    found = re.fullmatch(r'      - \{text: (".*?"|[^,]*), language: (\w[\w-]*|\[.*?\])(, not_.*)?\}', line)
    return found and (found[1].strip('"'), re.findall(r"[\w-]+", found[2]))


def rewritten(entity, names):
    """The lines of an entity with `names` behind its own aliases."""
    start = next((i for i, line in enumerate(entity) if line == "    aliases:"), None)
    if start is None:
        start = 2
        entity = entity[:2] + ["    aliases:"] + entity[2:]
    end = start + 1
    while end < len(entity) and entity[end].startswith("      "):
        end += 1
    names = {text: list(languages) for text, languages in names.items()}
    kept, plain = [], {folded(entity[1].split(": ", 1)[1])}
    for line in entity[start + 1:end]:
        alias = parsed(line)
        if alias and alias[0] in names:
            names[alias[0]] += [one for one in alias[1] if one not in names[alias[0]]]
            continue
        kept.append(line)
        if not alias:
            plain.add(folded(line.strip(" -")))
    acronyms = re.findall(r"\w+", next((line[14:] for line in entity if line.startswith("    acronyms: ")), ""))
    plain.update(folded(text) for text in acronyms)
    added = [line_of(text, sorted(languages)) for text, languages in names.items() if folded(text) not in plain]
    aliases = kept + added
    return entity[:start] + (["    aliases:"] + aliases if aliases else []) + entity[end:]


def rewrite(path, code_of, names):
    text = path.read_text("utf-8")
    head, *entities = re.split(r"(?m)^(?=  - id: )", text)
    result = [head]
    for entity in entities:
        lines = entity.rstrip("\n").split("\n")
        code = code_of(lines)
        result.append("\n".join(rewritten(lines, names.get(code, {})) if code else lines) + "\n")
    path.write_text("".join(result), "utf-8")


def main(folder):
    here = pathlib.Path(__file__).parent
    names = names_by_code(folder)
    english = {folded(text): code for code, text in territories(folder, "en").items() if re.fullmatch("[A-Z]{2}", code)}
    by_id = {slug: code for code, slug in TERRITORIES.items()}

    def of_country(lines):
        return next((re.sub(r'\W', "", line[9:]) for line in lines if line.startswith("    iso: ")), None)

    def of_territory(lines):
        return by_id.get(lines[0][8:]) or english.get(folded(lines[1][10:]))

    rewrite(here / "countries.yaml", of_country, names)
    rewrite(here / "places" / "territories.yaml", of_territory, names)


if __name__ == "__main__":
    main(sys.argv[1])
