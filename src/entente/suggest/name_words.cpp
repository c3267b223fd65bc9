// SPDX-License-Identifier: Apache-2.0
// A table: English words that close, open or are no names.
#include <entente/suggest/name_words.hpp>

#include <entente/tag/english.hpp>
#include <entente/tag/word_set.hpp>

namespace entente::suggesting {
namespace {

constexpr char organization_nouns[] =
    "university college school institute academy museum library hospital church orchestra choir times post news "
    "herald tribune journal gazette telegraph sun star guardian chronicle observer examiner mirror mail bulletin "
    "globe advertiser inquirer radio television tv press airlines airways exchange corps command "
    "brigade division regiment embassy consulate network broadcasting brothers sons partners industries "
    "technologies systems motors electric airline police navy army guard marines ministry department office "
    "agency bureau society trust treasury cabinet government reserve service services authority secretariat senate "
    "team "
    "united city rovers studios records pictures entertainment centre center laboratory laboratories "
    "observatory militia guerrillas tigers brigades jihad cartel zoo store stores hotels software energy "
    "insurance nations cross crescent securities capital oil petroleum gas steel union teamsters democrats greens "
    "parliament house";

constexpr char site_nouns[] =
    "river lake sea bay gulf strait island islands peninsula mountains mountain valley desert coast canal street "
    "avenue boulevard road square bridge airport station stadium arena park garden gardens palace castle hall "
    "tower towers cathedral mosque temple hotel county province district region state beach creek harbour harbor "
    "hills highway village cemetery monument memorial prison forest heights port point cape base reef falls place "
    "plaza square mosque pass";

constexpr char site_openers[] = "gulf bay cape strait mount mt lake port fort camp isle river san santa saint st";

constexpr char adjective_makers[] =
    "based led born backed style styled run made owned held era wide area type like bound elect critic linked "
    "funded trained speaking ruled controlled winning brokered sponsored inspired occupied educated centric "
    "friendly "
    "related educated themed dominated allied mandated friendly only free wide goers goer";

constexpr char occasion_nouns[] =
    "war cup open festival games olympics prize award awards medal championship championships league crisis "
    "revolution uprising treaty agreement accord accords pact convention declaration protocol doctrine act bill "
    "day week month year prix masters tournament series test ashes election elections summit conference "
    "initiative programme program project law amendment constitution scandal affair report inquiry operation "
    "massacre bombing hurricane cyclone storm fire fires earthquake express language bible koran quran";

constexpr char no_names[] =
    "christian christians muslim muslims islamic islam islamist islamists jew jews jewish catholic catholics "
    "protestant protestants hindu hindus buddhist buddhists sikh sikhs christianity judaism buddhism hinduism "
    "shia sunni shiite shiites sunnis orthodox anglican god christmas easter ramadan eid hanukkah thanksgiving "
    "halloween internet web online english latin arab arabs kurd kurds kurdish arabic aboriginal indigenous "
    "hispanic hispanics african africans asian asians european europeans american americans western northern "
    "southern eastern republican republicans democrat democrats democratic communist communists conservative "
    "conservatives liberal liberals labour labor socialist nazi nazis marxist earth moon sun mars north south "
    "east west northeast northwest southeast southwest act bill law constitution cold tv dvd cd gdp gnp ceo cfo "
    "coo dna rna aids hiv sars gps gmt est edt pst utc am pm ad bc sms pc usb url html id faq mr mrs ms dr "
    "phd mba ipo atm suv ufo sos iq it ok vat dj mp mps pow pows pm km kg mph usd aud gbp eur jr sr iii "
    "photo image file picture caption source copyright editor note street road avenue anglo nobel bible koran";

constexpr char name_openers[] =
    "new united white world royal national supreme federal central international american black red green blue "
    "north south east west northern southern eastern western great first bank church city house air general "
    "human free old big royal social health state police golden star press union labour labor los las san santa "
    "global american european asian african pacific atlantic women doctors reporters friends standard";

constexpr char belonging[] =
    "head member members chairman chairwoman chair director president secretary founder leader leaders chief "
    "officials spokesman spokeswoman spokesperson employee employees executive ceo owner supporters part branch "
    "manager board professor editor";

/// Each list is hashed once.
template <const auto& list>
bool is_in(std::uint64_t word) {
    static const WordSet words{list};
    return words.holds(word);
}

}  // namespace

bool closes_organization(std::uint64_t word) {
    return is_in<organization_nouns>(word) || english::is_body(word) || english::is_legal_form(word);
}

bool closes_site(std::uint64_t word) { return is_in<site_nouns>(word); }

bool opens_site(std::uint64_t word) { return is_in<site_openers>(word); }

bool makes_adjective(std::uint64_t word) { return is_in<adjective_makers>(word); }

bool closes_occasion(std::uint64_t word) { return is_in<occasion_nouns>(word); }

bool is_no_name(std::uint64_t word) { return is_in<no_names>(word); }

bool may_open_name(std::uint64_t word) {
    return is_in<name_openers>(word) || english::is_institution_word(word) || english::opens_name(word)
           || english::closes_name(word) || english::is_given_name(word) || english::is_given_name_too(word);
}

bool belongs(std::uint64_t word) { return is_in<belonging>(word); }

}  // namespace entente::suggesting
