// The one table of what names are made of: titles, words of kinship, legal forms of companies, irregular spellings.
import { normaliseText } from '../text/normalise.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean).map(normaliseText));

/** Said before a name and often left out; dropped only where they stand first and a name follows. */
export const titles = words(`
  السيد السيدة سيد سيدة سید الاستاذ الأستاذة استاذ أستاذ دكتور الدكتور دكتورة الدكتورة دکتر أ د م المهندس مهندس المهندسة الشيخ شيخ الشيخة شیخ
  آقای آقا خانم جناب سرکار حاج حاجی حاجيه حاجیه الحاج الحاجة مدام آنسة الآنسة حجت
  mr mrs ms miss dr doctor prof professor eng engineer sheikh sheik shaikh shaykh sayed sayyed sayyid seyed seyyed syed haj hajj haji hajji sir madam mister
`);

/** Between a name and that of the father or the family; they come and go. */
export const kinship = words(`بن ابن بنت إبن آل ال bin ibn ben bint binti al el ul ad an ar as ash az at`);

/** Begin one name together with the word that follows. */
export const openers = words(`عبد ابو أبا أبي ام abd abdul abdel abdal abdol abdool abu abou abo um umm om oum`);

/** Legal forms and generic nouns of companies, dropped. Several of them together leave at least one word. */
export const companyForms = words(`
  شركة الشركة شركت شرکت مؤسسة المؤسسة موسسه مؤسسه مجموعة المجموعة گروه هلدینگ المحدودة محدودة محدوده مسؤولية مسئولیت ذات با القابضة قابضة مساهمة المساهمة
  سهامی خاص عام العامة ذ ش س ت م و and the of
  company co llc ltd limited inc incorporated corp corporation plc gmbh group holding holdings est establishment fze fzco fzc wll sal pjsc psc ksc
`);

/** The same trade in three languages: not transliterated but translated. */
const tradeWords: Readonly<Record<string, string>> = {
  '@trade': 'للتجارة التجارة تجارة التجارية تجارية بازرگانی تجاری trading commercial commerce',
  '@contracting': 'للمقاولات المقاولات مقاولات پیمانکاری contracting contractors contractor',
  '@transport': 'للنقل النقل النقليات للنقليات ترابری حمل transport transportation logistics',
  '@service': 'للخدمات الخدمات خدمات خدماتی services service',
  '@industry': 'للصناعات الصناعات الصناعية للصناعة صنایع صنعتی صنعت industries industrial industry',
  '@food': 'الغذائية للأغذية للاغذية غذائی غذایی food foods foodstuff',
  '@building': 'للبناء البناء الإنشاءات للإنشاءات ساختمانی عمران construction building',
  '@technology': 'التقنية للتقنية تقنية فناوری technology technologies tech',
};
export const trades: ReadonlyMap<string, string> = new Map(
  Object.entries(tradeWords).flatMap(([code, list]) => Array.from(words(list), (word) => [word, code] as const)),
);

/** They begin with the letters of the article and have none. */
export const withoutArticle = words(`
  الهام الياس الناز الميرا الهه البرز الماس الطاف الاء الاله الفت الكسندر البير الفريد البرت الين اليسا السا
  albert alberto alfred alfredo alborz almas altaf elmira elnora elton elvis elham elnaz elias elaheh ella ellen allen alma alina aleksandr alexander alexandra alessandro alaeddin alaaeddin elsa elvira
`);

/** Spellings of one name that the rules of sounds do not bring together; the first of a line stands for all. */
const irregular = `
  يوسف youssef yousef yousif yusuf yousuf yosef youssif usef
  عثمان othman osman uthman usman ottman
  اسحاق اسحق ishaq eshagh ishak isaac
  اسماعيل اسمعيل ismail ismael esmail esmaeil ismaeel
  ابراهيم ابرهيم ibrahim ebrahim ibraheem brahim
  هارون هرون
  طه طاها taha
  داود داوود داؤود
  يحيي يحيا yahya yehia yahia
  رحمن رحمان
  حسين حسين husain hussein hussain hossein hosein hussien husein hussin houssein hossain
  حسن hassan hasan hasen
  محمد mohammed mohamed muhammad mohammad mohamad muhammed mohamud muhamad mohd mohmmed mehmet mhd
  محمود mahmoud mahmood mahmud mehmood
  عمرو amr amro
  علاء alaa ala
  موسي موسا mousa musa moosa moussa
  عيسي عيسا eissa issa isa essa
  مصطفي mustafa mostafa moustafa mustapha
  مرتضي morteza mortaza murtada murtadha
  مهدي mahdi mehdi
  فاطمه fatima fatma fatemeh fatimah fatema fatimeh
  عايشه عاءشه aisha ayesha aesha aicha
  خديجه khadija khadijeh khadijah khadeeja
  زينب zainab zeinab zaynab zeynab
  زهرا زهراء zahra zehra
  مريم maryam mariam meryem mariyam
  ليلي ليلا layla leila laila leyla
  هدي hoda huda houda
  مني mona muna mouna
  نهي noha nuha
  جمال jamal gamal djamel jamaal
  قاسم qasim qasem ghasem kasim kassem qassem gasim kacem
  رضا reza rida ridha redha ridah
  جعفر jafar jaafar jafer gaafar
  سعيد saeed said saeid saiid
  جورج george georges jorge gorge
  ثريا soraya thurayya thuraya soraiya
  طارق tareq tarek tariq tarik tarak
  معاذ muath moaz muadh moaaz muaz
  ايمان eman iman eeman
  كوثر kawthar kowsar kosar kauthar
  ثابت thabit thabet sabet
`;
export const canonical: ReadonlyMap<string, string> = new Map(
  irregular
    .split('\n')
    .map((line) => line.trim().split(/\s+/).filter(Boolean).map(normaliseText))
    .flatMap(([first, ...others]) => (first ? others.map((other) => [other, first] as const) : [])),
);
