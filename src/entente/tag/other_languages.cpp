// SPDX-License-Identifier: Apache-2.0
// A table: function words of languages without a file in gazetteer/languages. Source: general knowledge.
#include <entente/tag/other_languages.hpp>

#include <array>

namespace entente {
namespace {

constexpr std::array<OtherLanguage, 29> rows = {{
    {"az", "və bu bir ilə üçün da də ki olan olaraq edib isə daha sonra onun o həmin kimi görə qədər hər ən çox"},
    {"be", "і у ў на з што не да ад за па як гэта яго яна яны каб але для пра быў была былі таксама пры ці"},
    {"bg", "и на в от за да се с по не че е са като ще до при към му си това той тя те който която които има след или"},
    {"ca",
     "el la els les de del dels i a en que per amb un una és no es al als ha han va van seu seva aquest aquesta més "
     "també però com sobre entre ser són"},
    {"cs",
     "a v na se že je z s do o za k i ve by jako pro by po podle od který která které také však byl byla bylo jsou "
     "ale jeho až nebo není"},
    {"da",
     "og i at det er en til på de som den af med for ikke der har et var han fra om men vil kan blev også efter ved "
     "sig have blevet"},
    {"el",
     "και το η ο να της του τα των οι στην στο που με για από τη την δεν θα στη είναι ότι τον τους σε τις ως μια"},
    {"et", "ja on ei et ta see kui oli mis ka oma ning aga kes või välja siis veel seda pärast tema nad olid"},
    {"fa", "و در به از که این را با است برای آن یک خود تا کرد بر هم شده های می شد گفت کند اما بود نیز باید"},
    {"fi",
     "ja on ei että se oli hän ovat myös mutta kun tai sen joka jos mukaan ole jälkeen hänen ovat kanssa nyt vain "
     "olisi mitä sekä"},
    {"he", "של את על לא כי הוא היא עם גם זה או אל כל אך יותר בין אני הם אבל לאחר אמר כדי אשר"},
    {"hi", "के में की है और का को से ने पर कि यह इस हैं एक भी नहीं लिए कर हो था गया वह"},
    {"hr", "i u je na da se su za od s koji koja koje kako bi će nije te ali iz ne do što o to ili već biti bio bila"},
    {"hu",
     "a az és hogy nem is egy ez azt volt meg csak mint de ha már még el fel ki le be sem vagy lesz kell után szerint "
     "ami aki amely pedig majd több között"},
    {"id",
     "yang dan di dari untuk dengan pada ini dalam itu tidak akan ke oleh adalah juga karena telah bahwa sebagai "
     "mereka kata ada bisa saat"},
    {"ja", "の は を に が で と た も て い る な"},
    {"ko", "이 그 및 등 것 수 있는 있다 대한 위해 했다 한다 대해 밝혔다 말했다 또 더"},
    {"lt", "ir į kad iš yra su ne tai už kaip bet buvo apie dėl po nuo jis ar iki jau taip pat jo tik bus"},
    {"lv", "un ir ar ka no par uz tas bet kas pēc arī nav bija lai pie kā vai gan tika jau līdz viņš"},
    {"mk", "и на во се да од за со не е ќе ги го што тоа по кои како беше до или но тој има"},
    {"nb",
     "og i det er en til på som at for med av de den ikke har et var han fra om men vil kan ble også etter seg være "
     "sier dette"},
    {"ro",
     "și de în a la cu pe că din nu pentru este o un care al au fost mai sunt ale prin dar după sau lui ca între cel "
     "însă"},
    {"sk",
     "a v na sa je že z s do o za k aj ako pre by po podľa od ktorý ktorá ktoré však bol bola bolo sú ale jeho až "
     "alebo nie"},
    {"sl", "in je v na da so se za z pa ki bi po s tudi kot ne o od še do bo ni ali pri k iz"},
    {"sq", "të e në një për me se dhe që nga është nuk më do ka si u kjo ky po janë por"},
    {"sr", "и у је на да се су за од са који која које како би ће није те али из не до што то или већ био била"},
    {"ur", "کے میں کی ہے اور کا کو سے نے پر کہ یہ اس ہیں ایک بھی نہیں لیے کر ہو تھا گیا"},
    {"vi", "và của là các có được cho trong một không người với đã những này từ khi về tại ông để đến"},
    {"zh", "的 了 在 是 和 有 不 这 为 也 与 我"},
}};

}  // namespace

std::span<const OtherLanguage> other_languages() { return rows; }

}  // namespace entente
