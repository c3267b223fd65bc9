// SPDX-License-Identifier: Apache-2.0
// A table: English words that tell a government from the city it sits in.
#include <entente/tag/seat_words.hpp>

#include <entente/tag/word_set.hpp>

namespace entente::english {

bool is_government_verb(std::uint64_t word) {
    static const WordSet words{
        "said says say insisted insists denied denies warned warns accused accuses claimed claims wanted wants planned "
        "plans",
        "launched launches invaded invades imposed imposes rejected rejects refused refuses agreed agrees announced "
        "announces",
        "backed backs supported supports urged urges called calls sees saw sent sends responded responds retaliated "
        "retaliates",
        "vowed vows threatened threatens hoped hopes expected expects believed believes considered considers "
        "recognised recognises",
        "recognized recognizes views viewed sought seeks pledged pledges offered offers demanded demands condemned "
        "condemns",
        "expelled expels suspended suspends signed signs withdrew withdraws ordered orders argued argues maintained "
        "maintains",
        "regards regarded fears feared did does contends contended asserts asserted dismissed dismisses blamed blames "
        "approved approves",
        "lifted lifts froze freezes banned bans recalled recalls summoned summons deployed deploys annexed annexes "
        "told tells asked asks",
        "rules ruled mulls mulled weighs weighed eyes slams slammed blasts blasted hails hailed welcomes welcomed "
        "confirms confirmed",
        "halts halted cuts cut raises raised slaps slapped hits threw throws proposes proposed opposes opposed accepts "
        "accepted",
        "acknowledged acknowledges admitted admits alleged alleges decided decides declared declares defended defends "
        "delayed delays",
        "encouraged encourages endorsed endorses ended ends followed fought gave gives granted grants ignored ignores "
        "intends intended",
        "issued issues joined keeps kept lacks led lobbied lost makes made needs needed negotiated negotiates never "
        "objected objects",
        "pressed presses prefers preferred promised promises provided provides pulled pushed pushes put puts ratified "
        "reacted reacts",
        "refrained released releases replied replies requested requests resumed resumes returned severed severs shares "
        "shared showed shows",
        "signalled signals signaled spent spends stopped stops struck suggested suggests supplied supplies suspects "
        "suspected takes took",
        "thinks trained tried tries turned used uses vetoed vetoes voiced voted votes wishes yielded spoke speaks "
        "stepped steps",
        "heard hears acts act moves continues continue repeats quarrel quarrels",
        "say insist deny warn accuse claim want plan launch impose reject refuse agree announce back support urge call "
        "see send respond",
        "vow threaten hope expect believe consider recognise recognize view seek pledge offer demand condemn expel "
        "suspend sign withdraw",
        "argue maintain regard fear contend dismiss blame approve lift deploy annex tell ask weigh welcome oppose "
        "accept deny decide",
        "stressed stresses tightened tightens tightening seized seizes scrapped scraps reiterated reiterates "
        "reaffirmed reaffirms"};
    return words.holds(word);
}

bool is_city_verb(std::uint64_t word) {
    static const WordSet words{
        "hosted recorded suffered experienced celebrated boasted located named called situated based staged flooded "
        "seemed looked laughed wept slept smiled"};
    return words.holds(word);
}

bool is_human_verb(std::uint64_t word) {
    static const WordSet words{
        "is was shook died flew ran began arrived went came became won lost grew wrote left stood sat walked smiled "
        "laughed met meets",
        "married resigned retired added adds recalled joked noted notes replied testified returned visited visits "
        "served serves"};
    return words.holds(word);
}

bool is_being_verb(std::uint64_t word) {
    static const WordSet words{"is are was were be been"};
    return words.holds(word);
}

bool is_auxiliary_verb(std::uint64_t word) {
    static const WordSet words{"has have had will would could should must may might can cannot"};
    return words.holds(word);
}

bool is_government_state(std::uint64_t word) {
    static const WordSet words{
        "ready prepared willing unwilling unlikely likely keen determined committed concerned isolated responsible "
        "opposed open interested",
        "convinced alarmed furious angry wary reluctant eager able unable set obliged accused silent serious right "
        "wrong to at under against"};
    return words.holds(word);
}

bool is_light_adverb(std::uint64_t word) {
    static const WordSet words{
        "also now still never repeatedly reportedly long recently later immediately again already quickly officially "
        "privately publicly",
        "initially strongly subsequently currently not even only meanwhile then soon firmly flatly swiftly "
        "consistently clearly apparently",
        "nevertheless nonetheless thus all both each today yesterday once formally however just no finally actually "
        "simply"};
    return words.holds(word);
}

bool is_addressing_verb(std::uint64_t word) {
    static const WordSet words{
        "urge urged urges urging tell told tells telling accuse accused accuses accusing warn warned warns warning ask "
        "asked asks asking",
        "press pressed pressing pressure pressured pressuring encourage encouraged encouraging push pushed pushing "
        "persuade persuaded",
        "persuading allow allowed allowing force forced forcing blame blamed blames blaming criticise criticised "
        "criticize criticized",
        "condemn condemned thank thanked isolate isolated isolating punish punished punishing deter deterring provoke "
        "provoked convince",
        "convinced anger angered alarm alarmed irritate irritated infuriate infuriated help helped helping lobby "
        "lobbied surprise surprised threaten threatened",
        "back backed backing support supported supporting oppose opposed defy defied embarrass embarrassed rebuke "
        "rebuked remind reminded",
        "assure assured arm armed arming sanction sanctioned sanctioning compel compelled demand outmanoeuvre deprive "
        "deprived enrage enraged",
        "invite invited notify notified inform informed engage engaged appease court courted challenge challenged"};
    return words.holds(word);
}

bool is_party_preposition(std::uint64_t word) {
    static const WordSet words{"by with against between on upon among versus"};
    return words.holds(word);
}

bool takes_to(std::uint64_t word) {
    static const WordSet words{
        "according aid assistance support weapons message warning loyal close closer threat response concessions "
        "concession allegiance answer answerable",
        "opposed arms signal proposal offer demands subservient beholden subordinate sales exports hostile friendly "
        "ties links linked belongs",
        "grateful call appeal letter ultimatum sympathetic allied handed ceded attributed deliveries supplies loans "
        "loan blow thanks request",
        "complaint rebuke objections alternative challenge guarantees pledge pledges commitment owes owed sold lent "
        "deferential hand"};
    return words.holds(word);
}

bool takes_from(std::uint64_t word) {
    static const WordSet words{
        "support pressure approval response request demand demands independence signal signals message orders order "
        "threat threats aid help",
        "permission money weapons guarantees concessions reaction statement comment instructions backing assurances "
        "retaliation condemnation",
        "criticism word warning warnings answer reply denial apology recognition autonomy loans funding assistance "
        "proposal opposition resistance"};
    return words.holds(word);
}

bool takes_for(std::uint64_t word) {
    static const WordSet words{
        "setback victory blow defeat win support backing problem challenge warning message aid headache loss "
        "humiliation embarrassment boost",
        "success weapons condition proxy spying spied worry risk responsibility sympathy"};
    return words.holds(word);
}

bool takes_of(std::uint64_t word) {
    static const WordSet words{
        "government allies ally policy policies support criticism critics critical critic demands position intentions "
        "influence patience opponents",
        "enemies behest backing approval blessing interests orbit sphere request insistence objections supporters "
        "friend friends wary tired",
        "accuses accused hand ire wrath fear suspicious rival rivals enemy opponent behalf"};
    return words.holds(word);
}

bool is_acted_participle(std::uint64_t word) {
    static const WordSet words{
        "backed led brokered installed appointed controlled aligned friendly sponsored funded supported imposed "
        "supplied trained loyal linked",
        "dominated run ordered proposed allied leaning mediated approved recognised recognized occupied financed "
        "engineered orchestrated"};
    return words.holds(word);
}

bool is_government_noun(std::uint64_t word) {
    static const WordSet words{
        "government administration regime leadership authorities policymakers policy establishment insiders consensus "
        "bureaucracy"};
    return words.holds(word);
}

bool is_city_noun(std::uint64_t word) {
    static const WordSet words{
        "street streets mayor airport airports suburb suburbs skyline metro subway resident residents centre center "
        "downtown weather outskirts",
        "district districts university main largest oldest biggest old city police hospital hospitals hotel hotels "
        "restaurants traffic",
        "population square station museum museums theatre theater theatres opera zoo cathedral stadium university "
        "universities schools",
        "neighbourhood neighborhood neighbourhoods neighborhoods central northern southern eastern western housing "
        "port harbour harbor",
        "marathon orchestra court underground tram trams bus buses river bridges parks markets market winter summer "
        "famous historic conservatory heart gallery galleries cafe cafes cab cabs taxi taxis slum slums gutter gutters "
        "boulevards skyscrapers stock stocks bourse brokers dealers traders futures"};
    return words.holds(word);
}

bool is_part_of_building(std::uint64_t word) {
    static const WordSet words{
        "wall walls tower towers gate gates hall halls room rooms roof lawn garden gardens grounds cathedral "
        "cathedrals church churches corridors museum museums steps tour photo photograph"};
    return words.holds(word);
}

bool is_city_cue(std::uint64_t word) {
    static const WordSet words{
        "mayor mayoral municipal overtime innings playoff playoffs halftime goalless goalkeeper striker midfielder "
        "quarterfinal quarterfinals semifinal semifinals"};
    return words.holds(word);
}

}  // namespace entente::english
