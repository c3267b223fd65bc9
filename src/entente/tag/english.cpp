// SPDX-License-Identifier: Apache-2.0
// A table: English function words and other very common words, titles, particles and endings of names.
#include <entente/tag/english.hpp>

#include <array>
#include <string_view>

#include <entente/tag/word_set.hpp>

namespace entente::english {

namespace {

using namespace std::string_view_literals;

// The commonest words of English news, names of months and of companies that are plain words among them.
constexpr std::array common_words{
    "a about above across act acts add after again against age ago aid aim air all allow almost alone along "sv
    "already also"sv,
    "although always am amid among an and another any anyone anything are area arm army around art as ask at away "sv
    "back"sv,
    "bad ball ban bank bar base be bear beat became because become bed been before began begin behind being "sv
    "believe below"sv,
    "best better between beyond big bill bit black blue board boat body book both box boy bread break bridge bring "sv
    "broad"sv,
    "brother brought brown build burn business busy but buy by call came camp can cannot car care case cash cat "sv
    "catch"sv,
    "cause central centre center chance change check chief child children church city claim class clean clear "sv
    "close club"sv,
    "coast cold come common cook cool cop corn cost could count country course court cover cross crown cry cup cut "sv
    "daily"sv,
    "dark date day dead deal dear death deep did die difficult dinner direct do doctor does dog done door doubt "sv
    "down draw"sv,
    "dream drive drop dry due during each early earth east easy eat edge eight either elect end enough even "sv
    "evening event"sv,
    "ever every everyone everything exit express eye face fact fail fair fall family far farm fast father fear "sv
    "feed feel"sv,
    "felt few field fight figure fill film final find fine fire firm first fish fit five fix flat floor fly follow "sv
    "food"sv,
    "foot for force forest form former four frank free fresh friend from front fruit full fund future gain game "sv
    "gap garden"sv,
    "gas gate gave general get gift girl give given global go goal god gold good got grand grant gray great green "sv
    "grey"sv,
    "ground group grow guard guardian had half hall hand hang happy hard has hate have he head health hear heart "sv
    "heat held"sv,
    "help her here hi high hill him his hit hold home hope host hot hotel hour house how however huge human hunt "sv
    "hurt i ice"sv,
    "id idea if in independent industry inside into iron is island it its job join joint judge just justice keep "sv
    "key kid kill"sv,
    "kind king knew know labour labor lack lake land large last late later law lay lead leader learn least leave "sv
    "left leg"sv,
    "less let letter level lie life light like line list little live local long look lord lose loss lost lot love "sv
    "low lower"sv,
    "mad made main major make man many march mark market mass master match may me mean meet meeting men message "sv
    "metro mid"sv,
    "might mile mill million mind mine minister miss mission mobile model moment money month moon more morning "sv
    "most mother"sv,
    "mountain move much music must my name nation national near need net never new news next nice night nine no "sv
    "none nor"sv,
    "north not note nothing now number of off offer office often oh oil ok old on once one only open or order "sv
    "other our out"sv,
    "over own page paid pan paper park part party pass past pay peace people per person pet phone pick picture "sv
    "place plan"sv,
    "play please point police polish poor port post power present press price pride prime prince print public pull "sv
    "push put"sv,
    "question quick quiet race rain raise ran rate rather reach read reading ready real red region rest result "sv
    "return rich"sv,
    "ride right rise river road rock role room rose round royal rule run rural safe said sale same sat save saw "sv
    "say school"sv,
    "sea season second see seek seem self sell send serve set seven several shall share she shell ship shop short "sv
    "shot should"sv,
    "show side sign silver simple since sir sister sit six small snow so social some son song soon sound source "sv
    "south space"sv,
    "speak special spirit sport spring square stage stand star start state station stay steel step still stock "sv
    "stone stop"sv,
    "store storm story street strike strong student study such sun support sure table take talk target task tax "sv
    "team tell"sv,
    "ten test than that the their them then there these they thing think third this those though thought thousand "sv
    "three"sv,
    "through time times to today together told too took top total touch town toy trade train travel tree trip true "sv
    "trust try"sv,
    "turkey turn two under union unit united until up upon us use van very victory view village vision visa visit "sv
    "voice vote"sv,
    "wait walk wall want war was watch water wave way we week well went were west what wheel when where whether "sv
    "which while"sv,
    "white who whole why wide wife wild will win wind window winter wish with within without woman women wonder "sv
    "wood word"sv,
    "alphabet amazon apple caterpillar chase delta dove fortune gap hill intel mail meta mirror observer oracle "sv
    "orange southwest"sv,
    "sprint subway telegraph tide moon"sv,
    "work world would write wrong year yellow yes yesterday yet york you young your youth despite meanwhile later "sv
    "under"sv,
    "according following including speaking asked earlier tomorrow tonight once since our its their former"sv};

}  // namespace

bool is_common(std::uint64_t word) {
    static const WordSet words(common_words);
    return words.holds(word);
}

bool is_title(std::uint64_t word) {
    static const WordSet words{
        "mr mrs ms miss dr sir dame lord lady madam madame monsieur herr frau senor senora sheikh prof professor rev "
        "reverend",
        "president presidents minister ministers premier chancellor secretary undersecretary king queen prince "
        "princess emperor emir sultan pope",
        "cardinal bishop archbishop patriarch ayatollah imam mullah rabbi judge justice senator sen representative rep",
        "congressman congresswoman governor gov mayor deputy lawmaker commissioner ambassador envoy consul diplomat "
        "general",
        "gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm marshal commander cmdr "
        "brigadier brig chief",
        "chairman chairwoman chair chairperson ceo director manager coach captain leader speaker spokesman spokeswoman "
        "spokesperson",
        "attorney prosecutor lawyer candidate challenger incumbent democrat republican conservative dictator strongman "
        "tycoon oligarch billionaire",
        "actor actress singer author writer director producer artist footballer striker goalkeeper midfielder defender",
        "fm pm elect designate vice prime foreign defence defense interior finance comrade brother sister father "
        "mother",
        "inspector detective officer agent doctor analyst economist historian journalist reporter activist dissident "
        "founder",
        "boss head counterpart colleague ally rival nominee laureate star champion czar kremlin"};
    return words.holds(word);
}

bool is_peerage(std::uint64_t word) {
    static const WordSet words{
        "duke duchess marquess marquis marchioness earl count countess viscount viscountess baron baroness"};
    return words.holds(word);
}

bool opens_title(std::uint64_t word) {
    static const WordSet words{
        "vice deputy assistant associate acting executive managing senior special press under co former ex then late "
        "high supreme joint regional spiritual political military parliamentary",
        "republican republicans democrat democrats democratic conservative liberal labour tory majority minority "
        "headquarters correspondent correspondents photographer mp mps"};
    return words.holds(word);
}

char gender_of_title(std::uint64_t word) {
    static const WordSet men{
        "mr sir lord king prince pope monsieur herr senor sheikh sultan emir chairman spokesman congressman father "
        "brother son husband his he him"};
    static const WordSet women{
        "mrs ms miss lady dame queen princess madam madame frau senora chairwoman spokeswoman congresswoman actress "
        "mother sister daughter wife her she"};
    if (men.holds(word)) return 'm';
    return women.holds(word) ? 'f' : '\0';
}

bool is_name_particle(std::uint64_t word) {
    static const WordSet words{
        "al el bin ben ibn abu bint van von der den de del della di da do dos das du la le lo ter ten of st mac mc "
        "ould ait"};
    return words.holds(word);
}

bool is_name_suffix(std::uint64_t word) {
    static const WordSet words{"jr sr ii iii iv junior senior qc kc mp"};
    return words.holds(word);
}

bool closes_name(std::uint64_t word) {
    static const WordSet words{
        "university college school institute academy museum library hospital church cathedral mosque temple tower "
        "towers bridge square street",
        "avenue boulevard road station airport airlines airways hotel stadium arena park garden gardens palace castle "
        "hall center centre theatre",
        "theater opera orchestra choir festival open cup league championship championships games olympics prize award "
        "awards medal times post",
        "daily news herald tribune journal gazette telegraph mail radio television tv press agency bank exchange "
        "company corporation corp inc",
        "ltd group holdings party movement front army navy force forces guard guards corps command fleet brigade "
        "division regiment council",
        "parliament congress senate assembly court tribunal ministry department office bureau commission committee "
        "board embassy consulate",
        "federation association union alliance foundation fund society club crisis war revolution uprising treaty "
        "agreement accord accords pact",
        "convention declaration protocol doctrine act spring wall canal river lake sea strait gulf bay island islands "
        "peninsula mountains valley",
        "desert coast archipelago memorial monument cemetery laboratory laboratories observatory initiative orthodox "
        "express prix masters"};
    return words.holds(word);
}

bool opens_name(std::uint64_t word) {
    static const WordSet words{
        "gulf bay cape strait straits sea isle isles mount mt lake port fort camp radio miss air voice lord bishop "
        "archbishop duke duchess hotel treaty battle"};
    return words.holds(word);
}

bool is_given_name_too(std::uint64_t word) {
    static const WordSet words{
        "jordan chad israel georgia india kenya cuba paris sydney florence virginia carolina dakota savannah charlotte "
        "brooklyn chelsea madison",
        "jackson lincoln washington austin dallas houston milan lourdes vienna verona asia america france holland "
        "ireland"};
    return words.holds(word);
}

const WordSet& function_words() {
    static const WordSet words{
        "a an the and or but nor so yet if as at by for from in into of off on onto out over to up with i you he she "
        "it we they me him her us",
        "them my your his its our their this that these those who whom which what when where why how is are was were "
        "be been am do does did",
        "has have had will would can could might shall should must not no yes all any some one two new now then there "
        "here more most"};
    return words;
}

bool is_function_word(std::uint64_t word) { return function_words().holds(word); }

bool is_famous_code(std::uint64_t word) {
    static const WordSet words{"us uk eu un"};
    return words.holds(word);
}

bool is_state_abbreviation(std::uint64_t word) {
    static const WordSet words{
        "ala ariz ark cal calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore "
        "pa tenn tex va vt wash wis wyo"};
    return words.holds(word);
}

bool is_regime_word(std::uint64_t word) {
    static const WordSet words{
        "nazi mainland imperial tsarist red greater metropolitan vichy fascist rural secular shia sunni muslim "
        "catholic orthodox basque tamil serb croat arab kurd hutu tutsi sikh shiite islamist hindu zulu druze maronite "
        "jewish christian ethnic communist"};
    return words.holds(word);
}

bool makes_other_people(std::uint64_t word) {
    static const WordSet words{"african native asian latin central south north hispanic"};
    return words.holds(word);
}

bool is_relative(std::uint64_t word) {
    static const WordSet words{
        "brother sister father mother wife husband son daughter widow uncle aunt cousin nephew niece partner twin "
        "fiancee fiance"};
    return words.holds(word);
}

bool follows_language(std::uint64_t word) {
    static const WordSet words{
        "speaker speakers speaking language languages translation subtitles dialect alphabet grammar"};
    return words.holds(word);
}

bool names_thing(std::uint64_t word) {
    static const WordSet words{
        "roulette fries toast dressing delight pastry pastries muffin muffins bulldog bulldogs poodle poodles shepherd "
        "shepherds wolfhound setter doll dolls",
        "measles flu influenza checkers whispers goodbye bath baths kiss twins breakfast mastiff spaniel"};
    return words.holds(word);
}

bool is_stating_verb(std::uint64_t word) {
    static const WordSet words{
        "said says announced announces sued sues denied denies reported reports declined declines pledged agreed "
        "refused refuses hired hires acquired acquires"};
    return words.holds(word);
}

bool precedes_language(std::uint64_t word) {
    static const WordSet words{
        "in from into speak speaks spoke speaking spoken reads fluent learn learned learning teach taught via"};
    return words.holds(word);
}

bool is_calendar_word(std::uint64_t word) {
    static const WordSet words{
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
        "february march april may",
        "june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"};
    return words.holds(word);
}

bool is_body(std::uint64_t word) {
    static const WordSet words{
        "commission council ministry court bank party union agency authority parliament assembly committee department "
        "board bureau",
        "fund federation association alliance organization organisation institute university foundation society "
        "service force army",
        "movement front coalition group corporation company congress senate tribunal office secretariat administration "
        "league club"};
    return words.holds(word);
}

bool is_legal_form(std::uint64_t word) {
    static const WordSet words{
        "inc incorporated corp corporation co company ltd limited llc llp plc ag gmbh sa spa nv bv ab asa oyj se kg "
        "group holding holdings",
        "pjsc ojsc jsc pao oao zao kk bhd sdn pty lp"};
    return words.holds(word);
}

bool says_what_it_is(std::uint64_t word) {
    static const WordSet words{"bank airways airlines airline corps party agency motors motor newspaper railways"};
    return is_legal_form(word) || words.holds(word);
}

bool is_institution_word(std::uint64_t word) {
    static const WordSet words{
        "senate congress parliament assembly legislature cabinet government treasury ministry department office court "
        "supreme high constitutional",
        "federal national central bank foreign interior home external internal defence defense finance justice labour "
        "labor health education",
        "agriculture energy transport transportation state trade commerce affairs army navy air force armed forces "
        "marines guard coast police security",
        "council intelligence service agency party democrats republicans liberal democratic conservative socialist "
        "social communist green christian",
        "workers people election electoral commission of for and the house representatives commons lords lower upper "
        "attorney",
        "general board republican statistics bureau institute environment tourism culture information economy "
        "economic planning"};
    return words.holds(word);
}

bool is_institution(std::uint64_t word) {
    static const WordSet words{"senate congress parliament legislature"};
    return words.holds(word);
}

bool leaves_head(std::uint64_t word) {
    static const WordSet words{
        "institution industries technologies technology pharmaceuticals electronics entertainment motor motors "
        "communications systems laboratories brands foods stores"};
    return is_legal_form(word) || words.holds(word);
}

}  // namespace entente::english
