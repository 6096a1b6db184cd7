// Two hundred searches for a customer as people type them, with the name that is meant: the measure of the search in its test and its benchmark.

/** A company is marked; what stands behind a name was typed to find it. */
type Labelled = { name: string; kind?: 'company'; typed: readonly string[] };

export const labelledQueries: Readonly<Record<'ar' | 'fa', readonly Labelled[]>> = {
  ar: [
    { name: 'عبدالله بن ناصر الثنيان', typed: ['عبد الله الثنيان', 'Abdullah Althunayan'] },
    { name: 'عبدالرحمن القحطاني', typed: ['عبد الرحمان القحطانى', 'abdurrahman qahtani'] },
    { name: 'أحمد محمد السديس', typed: ['احمد بن محمد السديس', 'Ahmed Sudais'] },
    { name: 'نورة سعد الفوزان', typed: ['نوره الفوزان', 'Noura Alfawzan'] },
    { name: 'أبو بكر الصديق حسن', typed: ['ابوبكر الصديق', 'Abubakr Siddiq'] },
    { name: 'Mohammed Al-Harthi', typed: ['محمد الحارثي', 'الحارثي محمد'] },
    { name: 'Fatimah Al-Hutaimi', typed: ['فاطمة الهتيمي', 'فاطمه الهتيمى'] },
    { name: 'نور الدين زنكي', typed: ['نورالدين زنكى', 'Noureddine Zanki'] },
    { name: 'إبراهيم إسماعيل الجوهري', typed: ['ابراهيم الجوهرى', 'Ibrahim Johary'] },
    { name: 'زهراء الموسوي', typed: ['زهرا الموسوى', 'zahraa mousawi'] },
    { name: 'خالد المطيري', typed: ['المطيرى خالد', 'Khaled Almutairi'] },
    { name: 'Youssef Mokhtar', typed: ['يوسف مختار', 'yousef mukhtar'] },
    { name: 'سارة بنت فهد الجلعود', typed: ['ساره الجلعود', 'Sarah Jalaoud'] },
    { name: 'يوسف عبدالعزيز البسام', typed: ['يوسف البسام', 'Yusuf Al Bassam'] },
    { name: 'هند الرفاعي', typed: ['هند رفاعي', 'Hind Rifai'] },
    { name: 'ماجد العنزي', typed: ['ماجد العنزى', 'Majid Anazi'] },
    { name: 'لطيفة البلوشي', typed: ['لطيفه البلوشى', 'Latifa Balushi'] },
    { name: 'سلطان بن حمد الخاطر', typed: ['سلطان الخاطر', 'sultan khater'] },
    { name: 'Saeed Al-Maktoum', typed: ['سعيد المكتوم', 'said maktoum'] },
    { name: 'رائد الحسيني', typed: ['راءد الحسيني', 'Raed Husseini'] },
    { name: 'مؤمن الطيب', typed: ['مومن الطيب', 'Moamen Tayeb'] },
    { name: 'هالة فؤاد', typed: ['هاله فواد', 'Hala Fouad'] },
    { name: 'شروق المالكي', typed: ['شروق المالكى', 'Shorouk Malki'] },
    { name: 'عمرو خيري', typed: ['عمرو خيرى', 'Amr Khairy'] },
    { name: 'طارق زياد البكري', typed: ['طارق البكرى', 'Tareq Bakri'] },
    { name: 'ريم الهاشمي', typed: ['ريم الهاشمى', 'Reem Hashimi'] },
    { name: 'Khadija Benkirane', typed: ['خديجة بنكيران', 'khadidja ben kirane'] },
    { name: 'جمال عبد الناصر حسين', typed: ['جمال عبدالناصر', 'Gamal Abdelnasser'] },
    { name: 'مصطفى كامل', typed: ['مصطفي كامل', 'Mostafa Kamel'] },
    { name: 'منى الشاذلي', typed: ['مني الشاذلى', 'Mona Shazly'] },
    { name: 'غسان كنفاني', typed: ['غسان كنفانى', 'Ghassan Kanafani'] },
    { name: 'بثينة الراشد', typed: ['بثينه الراشد', 'بثينة راشد'] },
    { name: 'ضحى السعدون', typed: ['ضحي السعدون', 'Duha Saadoun'] },
    { name: 'قاسم الشيراوي', typed: ['قاسم الشيرواي', 'Kassem Shirawi'] },
    { name: 'Hussein Al-Jaberi', typed: ['حسين الجابري', 'husain jaberi'] },
    { name: 'ياسمين الكواري', typed: ['ياسمين الكوارى', 'Yasmin Kuwari'] },
    { name: 'جواهر المناعي', typed: ['جواهر المناعى', 'جوهر المناعي'] },
    { name: 'فيصل الفايز', typed: ['فيصل الفائز', 'Faisal Fayez'] },
    { name: 'بدر الشهري', typed: ['بدر الشهرى', 'Badr Shehri'] },
    { name: 'وليد الحربي', typed: ['وليد حربي', 'Waleed Harbi'] },
    { name: 'تغريد اليامي', typed: ['تغريد يامي', 'Taghreed Yami'] },
    { name: 'زكريا بطرس', typed: ['زكريا بطرص', 'Zakaria Botros'] },
    { name: 'جورج خوري', typed: ['جورج خورى', 'George Khoury'] },
    { name: 'حصة المنصوري', typed: ['حصه المنصورى', 'حصة المنصوي'] },
    { name: 'شركة الواحة للتجارة', kind: 'company', typed: ['الواحة للتجارة', 'الواحه'] },
    { name: 'مؤسسة النخيل للمقاولات', kind: 'company', typed: ['موسسة النخيل', 'النخيل للمقاولات'] },
    { name: 'Gulf Horizon Trading LLC', kind: 'company', typed: ['gulf horizon', 'Gulf Horizn'] },
    { name: 'مستشفى الشفاء التخصصي', kind: 'company', typed: ['مستشفي الشفا', 'الشفاء التخصصى'] },
    { name: 'Abdulaziz Al-Khathami', typed: ['عبدالعزيز الخثعمي', 'abdelaziz khathami'] },
    { name: 'عبدالمحسن التويجري', typed: ['عبد المحسن التويجرى', 'Abdulmohsen Tuwaijri'] },
  ],
  fa: [
    { name: 'محمدرضا دهقانی‌پور', typed: ['محمد رضا دهقانی پور', 'Mohammadreza Dehghanipour'] },
    { name: 'علی رضایی', typed: ['علي رضائي', 'Ali Rezaei'] },
    { name: 'زهرا موسوی‌نژاد', typed: ['زهرا موسوی نژاد', 'Zahra Mousavinejad'] },
    { name: 'سید محمد حسینی‌فر', typed: ['محمد حسینی فر', 'Mohammad Hosseinifar'] },
    { name: 'حبیب‌الله نوری', typed: ['حبیب الله نوري', 'Habibollah Nouri'] },
    { name: 'امیرحسین صادقی', typed: ['امیر حسین صادقي', 'Amirhossein Sadeghi'] },
    { name: 'یحیی طاهری', typed: ['يحيا طاهري', 'Yahya Taheri'] },
    { name: 'Hossein Rezvani', typed: ['حسین رضوانی', 'hosein rezvani'] },
    { name: 'مریم جعفری', typed: ['مريم جعفري', 'Maryam Jafari'] },
    { name: 'داریوش زرگر', typed: ['زرگر داریوش', 'Daryoush Zargar'] },
    { name: 'نگار صبوری', typed: ['نگار صبوري', 'Negar Sabouri'] },
    { name: 'فرهاد کیانی', typed: ['فرهاد كياني', 'Farhad Kiani'] },
    { name: 'پرویز پرستویی', typed: ['پرویز پرستوئی', 'Parviz Parastui'] },
    { name: 'ژاله آموزگار', typed: ['ژاله اموزگار', 'Jaleh Amouzegar'] },
    { name: 'غلامحسین ساعدی', typed: ['غلام حسین ساعدی', 'Gholamhossein Saedi'] },
    { name: 'شیوا نکیسا', typed: ['شيوا نكيسا', 'Shiva Nakisa'] },
    { name: 'Kourosh Vaziri', typed: ['کوروش وزیری', 'kurosh vaziri'] },
    { name: 'مهدی باکری', typed: ['مهدي باكري', 'Mehdi Bakeri'] },
    { name: 'نیلوفر شجاعی', typed: ['نيلوفر شجاعي', 'Niloufar Shojaei'] },
    { name: 'رضا عطاران', typed: ['رضا عطارن', 'Reza Attaran'] },
    { name: 'کیومرث پوراحمد', typed: ['كيومرث پور احمد', 'کیومرث پوراحمدی'] },
    { name: 'گلاره عباسی', typed: ['گلاره عباسي', 'Gelareh Abbasi'] },
    { name: 'بهرام رادان', typed: ['بهرام ردان', 'Bahram Radan'] },
    { name: 'چنگیز وثوقی', typed: ['چنگيز وثوقي', 'Changiz Vossoughi'] },
    { name: 'خسرو گلسرخی', typed: ['خسرو گل سرخی', 'Khosrow Golsorkhi'] },
    { name: 'Shahrzad Pakravan', typed: ['شهرزاد پاکروان', 'shahrzad pakrawan'] },
    { name: 'فاطمه معتمدآریا', typed: ['فاطمه معتمد آریا', 'Fatemeh Motamedarya'] },
    { name: 'عزت‌الله انتظامی', typed: ['عزت الله انتظامي', 'Ezzatollah Entezami'] },
    { name: 'پیمان معادی', typed: ['پيمان معادي', 'Peyman Moaadi'] },
    { name: 'لیلا حاتمی', typed: ['ليلي حاتمي', 'Leila Hatami'] },
    { name: 'تورج اصلانی', typed: ['تورج اصلاني', 'Touraj Aslani'] },
    { name: 'صدیقه قوامی', typed: ['صديقه قوامي', 'Sedigheh Ghavami'] },
    { name: 'طاهره صفارزاده', typed: ['طاهره صفار زاده', 'Tahereh Saffarzadeh'] },
    { name: 'ظریف کاظمی', typed: ['ظريف كاظمي', 'Zarif Kazemi'] },
    { name: 'مهناز افشار', typed: ['مهناز افشر', 'Mahnaz Afshar'] },
    { name: 'آزاده نامداری', typed: ['ازاده نامداري', 'Azadeh Namdari'] },
    { name: 'بابک بیات', typed: ['بابك بيات', 'Babak Bayat'] },
    { name: 'جمشید هاشم‌پور', typed: ['جمشيد هاشم پور', 'Jamshid Hashempour'] },
    { name: 'Soheila Golestani', typed: ['سهیلا گلستانی', 'soheyla golestany'] },
    { name: 'عباس کیارستمی', typed: ['عباس كيارستمي', 'Abbas Kiarostami'] },
    { name: 'ناصر تقوایی', typed: ['ناصر تقوائی', 'Nasser Taghvai'] },
    { name: 'منیژه حکمت', typed: ['منيژه حكمت', 'Manijeh Hekmat'] },
    { name: 'رخشان بنی‌اعتماد', typed: ['رخشان بنی اعتماد', 'Rakhshan Banietemad'] },
    { name: 'اصغر فرهادی', typed: ['اصغر فرهادي', 'فرهادی اصغر'] },
    { name: 'شرکت پارس الکترونیک', kind: 'company', typed: ['پارس الكترونيك', 'پارس الکترنیک'] },
    { name: 'بازرگانی سپیدرود', kind: 'company', typed: ['سپید رود', 'سپيدرود'] },
    { name: 'گروه صنعتی آریاگستر', kind: 'company', typed: ['آریا گستر', 'اریاگستر'] },
    { name: 'Zagros Petrochemical', kind: 'company', typed: ['zagros', 'Zagros Petrokemical'] },
    { name: 'فریدون مشیری', typed: ['فريدون مشيري', 'Fereydoun Moshiri'] },
    { name: 'ثریا قزل‌ایاغ', typed: ['ثریا قزل ایاغ', 'Soraya Ghezelayagh'] },
  ],
};

/** Of all searches: the mean of 1/place of the customer who is meant among the first ten, the share found there, and what was not found. */
export type SearchQuality = { mrr: number; recall: number; missed: string[] };

/** `find` answers with the names that a search shows, best first. A name counts wherever it stands alike more than once. */
export async function searchQuality(
  labelled: readonly Labelled[],
  find: (typed: string) => Promise<readonly string[]>,
): Promise<SearchQuality> {
  const missed: string[] = [];
  let [searches, sum] = [0, 0];
  for (const { name, typed } of labelled) {
    for (const query of typed) {
      const place = (await find(query)).slice(0, 10).indexOf(name) + 1;
      searches += 1;
      sum += place > 0 ? 1 / place : 0;
      if (place === 0) missed.push(`${query} → ${name}`);
    }
  }
  return { mrr: sum / searches, recall: 1 - missed.length / searches, missed };
}
