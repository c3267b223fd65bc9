// SPDX-License-Identifier: Apache-2.0
// The words by which pages of each language tell what is not their story, and how the language of a page is told.
#include <entente/article/blocks.hpp>
#include <entente/article/zones.hpp>
#include <entente/gazetteer/language.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

using namespace entente;

namespace {

const Furniture& all() {
    static const auto furniture = [] {
        Diagnostics faults;
        return furniture_of_all(read_languages({"gazetteer/languages"}, faults), "en");
    }();
    return furniture;
}

std::uint64_t fingerprint(std::string_view paragraph) {
    TokenizedText words;
    tokenize(paragraph, words);
    return fingerprint_of(words.tokens);
}

std::string zone_of(const std::string& text, Zone zone) {
    std::string out;
    for (const auto& row : read_page(text, "", all()).zones) {
        if (row.zone == zone) out.append(out.empty() ? "" : " / ").append(slice(text, row.span));
    }
    return out;
}

struct Page {
    std::string language;
    std::string headline;
    std::string byline;  // "" where the language has none that shows
    std::string story;
    std::string credit;
    std::string furniture;
};

const std::vector<Page> pages = {
    {"de", "Minister treffen sich in Lissabon", "Von Maria Schmidt",
     "Die Außenminister von Brasilien und Norwegen haben sich am Montag in Lissabon getroffen, und beide nannten das "
     "Gespräch nützlich.\n\nSie wollen sich im Herbst wieder treffen, sagte der Sprecher der Regierung.",
     "Quelle: Beispiel-Agentur",
     "Lesen Sie auch: Merkel besucht Oslo\n\nMeistgelesen\nMacron reist nach Kiew\nStreit in Rom"},
    {"fr", "Les ministres se rencontrent à Lisbonne", "Par Marie Dupont",
     "Les ministres des affaires étrangères du Brésil et de la Norvège se sont rencontrés lundi à Lisbonne, et les "
     "deux "
     "ont jugé les discussions utiles.\n\nIls se retrouveront à l'automne, a dit le porte-parole du gouvernement.",
     "Source : Agence Exemple",
     "À lire aussi : Merkel en visite à Oslo\n\nLes plus lus\nMacron attendu à Kiev\nDispute à Rome"},
    {"es", "Los ministros se reúnen en Lisboa", "Por María Pérez",
     "Los ministros de Exteriores de Brasil y Noruega se reunieron el lunes en Lisboa, y los dos calificaron las "
     "conversaciones de útiles.\n\nSe volverán a ver en otoño, dijo el portavoz del Gobierno.",
     "Fuente: Agencia Ejemplo",
     "Lea también: Merkel visita Oslo\n\nLo más leído\nMacron viaja a Kiev\nDisputa en Roma"},
    {"it", "I ministri si incontrano a Lisbona", "Di Maria Rossi",
     "I ministri degli Esteri del Brasile e della Norvegia si sono incontrati lunedì a Lisbona, e entrambi hanno "
     "definito "
     "utili i colloqui.\n\nSi rivedranno in autunno, ha detto il portavoce del governo.",
     "Fonte: Agenzia Esempio", "Leggi anche: Merkel in visita a Oslo\n\nI più letti\nMacron a Kiev\nLite a Roma"},
    {"nl", "Ministers ontmoeten elkaar in Lissabon", "Door Maria de Vries",
     "De ministers van Buitenlandse Zaken van Brazilië en Noorwegen hebben elkaar maandag in Lissabon ontmoet, en "
     "beiden "
     "noemden het gesprek nuttig.\n\nZe zien elkaar in de herfst weer, zei de woordvoerder van de regering.",
     "Bron: Voorbeeld", "Lees ook: Merkel bezoekt Oslo\n\nMeest gelezen\nMacron reist naar Kiev\nRuzie in Rome"},
    {"pl", "Ministrowie spotkali się w Lizbonie", "Autor: Maria Nowak",
     "Ministrowie spraw zagranicznych Brazylii i Norwegii spotkali się w poniedziałek w Lizbonie i obaj uznali rozmowy "
     "za "
     "pożyteczne.\n\nSpotkają się znowu jesienią, jak powiedział rzecznik rządu, ale nie wiadomo gdzie.",
     "Źródło: Przykład",
     "Czytaj także: Merkel odwiedza Oslo\n\nNajczęściej czytane\nMacron jedzie do Kijowa\nSpór w Rzymie"},
    {"pt", "Ministros reúnem-se em Lisboa", "Por Maria Silva",
     "Os ministros dos Negócios Estrangeiros do Brasil e da Noruega reuniram-se na segunda-feira em Lisboa, e ambos "
     "consideraram as conversas úteis.\n\nVão encontrar-se de novo no outono, disse o porta-voz do governo.",
     "Fonte: Agência Exemplo", "Leia também: Merkel visita Oslo\n\nMais lidas\nMacron viaja a Kiev\nDisputa em Roma"},
    {"ru", "Министры встретились в Лиссабоне", "Автор: Мария Иванова",
     "Министры иностранных дел Бразилии и Норвегии встретились в понедельник в Лиссабоне, и оба назвали переговоры "
     "полезными.\n\nОни снова встретятся осенью, сообщил представитель правительства.",
     "Источник: Пример", "Читайте также: Меркель едет в Осло\n\nСамое читаемое\nМакрон едет в Киев\nСпор в Риме"},
    {"uk", "Міністри зустрілися в Лісабоні", "Автор: Марія Шевченко",
     "Міністри закордонних справ Бразилії та Норвегії зустрілися в понеділок у Лісабоні, і обидва назвали переговори "
     "корисними.\n\nВони знову зустрінуться восени, повідомив представник уряду.",
     "Джерело: Приклад", "Читайте також: Меркель їде до Осло\n\nНайпопулярніше\nМакрон їде до Києва\nСуперечка в Римі"},
    {"tr", "Bakanlar Lizbon'da buluştu", "Yazan: Ayşe Yılmaz",
     "Brezilya ve Norveç dışişleri bakanları pazartesi günü Lizbon'da bir araya geldi ve iki bakan da görüşmelerin "
     "yararlı "
     "olduğunu söyledi.\n\nBakanlar bu görüşmeden sonra daha fazla konuşmak için sonbaharda buluşacak.",
     "Kaynak: Örnek Ajansı", "İlgili haberler\nMerkel Oslo'ya gidiyor\nMacron Kiev yolunda"},
    {"ar", "الوزراء يجتمعون في لشبونة", "بقلم: ليلى حسن",
     "اجتمع وزراء خارجية البرازيل والنرويج في لشبونة يوم الاثنين، وقال كل من الوزيرين إن المحادثات كانت مفيدة.\n\n"
     "وقد يجتمع الوزيران مرة أخرى في الخريف بعد هذا اللقاء، كما قال المتحدث.",
     "المصدر: وكالة مثال", "اقرأ أيضا: ميركل في أوسلو\n\nالأكثر قراءة\nماكرون في كييف\nخلاف في روما"},
};

}  // namespace

TEST_CASE("pages of each language are read with the words of their own", "[furniture]") {
    for (const auto& page : pages) {
        INFO(page.language);
        const auto text = page.headline + "\n\n" + page.byline + "\n\n" + page.story + "\n\n" + page.credit + "\n\n"
                          + page.furniture + "\n";
        CHECK(zone_of(text, Zone::boilerplate) == page.furniture);
        CHECK(zone_of(text, Zone::byline) == page.byline);
        CHECK(zone_of(text, Zone::credit) == page.credit);
        CHECK(zone_of(text, Zone::headline) == page.headline);
    }
}

TEST_CASE("an English page is not read with the words of other languages", "[furniture]") {
    const std::string story =
        "The foreign ministers of Brazil and Norway met in Lisbon on Monday, and both of them called the talks useful.";
    CHECK(zone_of("Ministers Meet\n\nDi Maio\n\n" + story, Zone::byline) == "");
    CHECK(zone_of("Ministers Meet\n\n" + story + "\n\nPor España", Zone::byline) == "");
}

TEST_CASE("a paragraph is known again in other capitals, marks and places of a list", "[furniture]") {
    CHECK(fingerprint("1. Merkel visits “Oslo”") == fingerprint("- MERKEL VISITS OSLO"));
    CHECK(fingerprint("Merkel\u00A0visits  Oslo.") == fingerprint("2) Merkel visits\nOslo"));
    CHECK(fingerprint("Merkel visits Oslo") != fingerprint("Merkel visits Rome"));
    CHECK(fingerprint("Merkel visits Oslo") != fingerprint("Oslo visits Merkel"));
    CHECK(fingerprint("Russia 3, Norway 1") != fingerprint("Russia 2, Norway 1"));
    CHECK(fingerprint(" — … 12") == 0);
}

TEST_CASE("a sentence belongs to the paragraph in which it begins, and only a short one without a stop is a line",
          "[furniture]") {
    const std::string text = "Ministers Meet\n\nThe ministers met. Both spoke of the U.S.\n\nThese countries voted:\n";
    TokenizedText words;
    tokenize(text, words);
    Blocks blocks(text, words.tokens);
    const auto headline = blocks.at(0);
    const auto first = blocks.at(static_cast<std::uint32_t>(text.find("The ministers")));
    const auto second = blocks.at(static_cast<std::uint32_t>(text.find("Both")));
    const auto colon = blocks.at(static_cast<std::uint32_t>(text.find("These")));
    CHECK(headline.line);
    CHECK_FALSE(first.line);
    CHECK(first.fingerprint == second.fingerprint);
    CHECK_FALSE(colon.line);
    CHECK(blocks.at(static_cast<std::uint32_t>(text.size())).fingerprint == 0);
}
