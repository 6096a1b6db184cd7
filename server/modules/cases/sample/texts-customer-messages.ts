// Customer messages of the sample organisation that are not tied to one category.
export const greetings = {
  ar: [
    { register: 'formal', text: 'السادة المحترمون، تحية طيبة وبعد،' },
    { register: 'formal', text: 'السلام عليكم ورحمة الله وبركاته،' },
    { register: 'polite', text: 'السلام عليكم، أسعد الله أوقاتكم.' },
    { register: 'polite', text: 'مساء الخير، وأرجو أن تكونوا بخير.' },
    { register: 'polite', text: 'تحية طيبة لكم جميعًا.' },
    { register: 'colloquial', text: 'السلام عليكم' },
    { register: 'colloquial', text: 'مساء الخير يا جماعة' },
    { register: 'colloquial', text: 'هلا، الله يعطيكم العافية' },
    { register: 'mixed', text: 'السلام عليكم،' },
    { register: 'mixed', text: 'مرحبا' },
  ],
  fa: [
    { register: 'formal', text: 'با سلام و احترام،' },
    { register: 'formal', text: 'با درود و عرض خسته نباشید،' },
    { register: 'polite', text: 'سلام، وقت شما به‌خیر.' },
    { register: 'polite', text: 'با سلام خدمت همکاران محترم.' },
    { register: 'polite', text: 'درود بر شما، روزتان خوش.' },
    { register: 'colloquial', text: 'سلام خسته نباشید' },
    { register: 'colloquial', text: 'سلام' },
    { register: 'colloquial', text: 'سلام، عصر به‌خیر' },
    { register: 'mixed', text: 'سلام و وقت بخیر' },
    { register: 'mixed', text: 'با سلام،' },
  ],
  en: [
    { register: 'formal', text: 'Dear Sir or Madam,' },
    { register: 'polite', text: 'Good morning,' },
    { register: 'colloquial', text: 'Hi,' },
    { register: 'mixed', text: 'Hello,' },
  ],
} as const;

export const signOffs = {
  ar: [
    { register: 'formal', text: 'وتفضلوا بقبول فائق الاحترام.' },
    { register: 'formal', text: 'شاكرين لكم حسن تعاونكم.' },
    { register: 'formal', text: 'آمل الإفادة خطيًّا.' },
    { register: 'polite', text: 'جزاكم الله خيرًا مقدمًا.' },
    { register: 'polite', text: 'وأعتذر عن الإطالة.' },
    { register: 'polite', text: 'شكرًا لوقتكم وصبركم.' },
    { register: 'colloquial', text: 'الله لا يهينكم ردوا علينا.' },
    { register: 'colloquial', text: 'في انتظار ردكم وشكرًا.' },
    { register: 'colloquial', text: 'بانتظاركم.' },
    { register: 'angry', text: 'أبي رد اليوم.' },
    { register: 'angry', text: 'ومعايا صور لكل ده.' },
    { register: 'mixed', text: 'للتواصل على نفس رقم الجوال. شكرا' },
  ],
  fa: [
    { register: 'formal', text: 'پیشاپیش از بذل توجه شما سپاسگزارم.' },
    { register: 'formal', text: 'با تجدید احترام.' },
    { register: 'formal', text: 'خواهشمند است نتیجه را کتبی اعلام فرمایید.' },
    { register: 'polite', text: 'پیشاپیش از لطف شما ممنونم.' },
    { register: 'polite', text: 'ببخشید که طولانی شد.' },
    { register: 'polite', text: 'از وقتی که می‌گذارید سپاسگزارم.' },
    { register: 'colloquial', text: 'دستتون درد نکنه، منتظرم.' },
    { register: 'colloquial', text: 'لطفاً یه جواب بدید.' },
    { register: 'colloquial', text: 'ممنون می‌شم پیگیری کنید.' },
    { register: 'angry', text: 'همین امروز جواب می‌خوام.' },
    { register: 'angry', text: 'عکس همه‌ش رو هم دارم.' },
    { register: 'mixed', text: 'با همین شماره موبایل در تماس باشید. ممنون' },
  ],
  en: [
    { register: 'formal', text: 'Yours faithfully,' },
    { register: 'polite', text: 'Thank you for your time.' },
    { register: 'colloquial', text: 'Thanks, waiting for your reply.' },
    { register: 'angry', text: 'I expect an answer today.' },
  ],
} as const;

export const followUpMessages = {
  ar: [
    'في أي جديد؟ لي أسبوع أنتظر.',
    'السلام عليكم، هل من مستجد على معاملتي؟',
    'يا جماعة محدش رد عليا من يوم ما بلّغت.',
    'تجاوزتم الموعد الذي حددتموه بأنفسكم. متى الرد؟',
    'للتذكير فقط مع الشكر، أعلم أن لديكم ضغط عمل.',
    'وينكم؟؟',
    'أضيف أن الوضع ساء منذ أمس، فأرجو أخذ ذلك في الحسبان.',
    'أرفقت صورة اليوم، لعلها توضح أكثر من كلامي.',
    'هل وصلكم المرفق؟ لم تظهر لي علامة الاستلام.',
    'بكلمكم كل يوم وكل يوم حد مختلف، ممكن حد واحد يتابع معايا؟',
  ],
  fa: [
    'خبری نشد؟ یه هفته‌ست منتظرم.',
    'با سلام، پرونده‌ام به کجا رسید؟',
    'از روزی که ثبت کردم هیچ‌کس جواب نداده.',
    'از مهلتی که خودتان اعلام کردید گذشته است. پاسخ کی می‌رسد؟',
    'فقط یادآوری بود، می‌دانم سرتان شلوغ است. ممنون.',
    'چی شد پس؟؟',
    'در ضمن از دیروز اوضاع بدتر شده است؛ لطفاً این را هم در نظر بگیرید.',
    'عکس امروز رو گذاشتم، از توضیح من گویاتره.',
    'پیوست به دستتان رسید؟ نشان دریافت ندیدم.',
    'هر روز زنگ می‌زنم و هر روز یکی دیگه جواب می‌ده. می‌شه یه نفر پیگیر باشه؟',
  ],
  en: [
    'Any news? It has been a week.',
    'You have passed the date you gave me yourselves. When will I hear from you?',
    'I added a photo taken today. It explains more than my words.',
    'Just a friendly reminder, I know you are busy.',
  ],
} as const;

export const thanksMessages = {
  ar: ['شكرًا على الرد السريع، سأنتظر.', 'مشكورين ما قصرتوا.', 'ألف شكر على الاهتمام.', 'وصلت الرسالة، بارك الله فيكم.'],
  fa: ['ممنون از پاسخ سریعتون، منتظر می‌مونم.', 'دست شما درد نکند.', 'سپاس از پیگیری شما.', 'پیامتون رسید، زنده باشید.'],
  en: ['Thank you for the quick reply, I will wait.'],
} as const;

export const contradictoryConfirmations = {
  ar: [
    { group: 'water', text: 'نعم… بس المويه للحين ما توصل للدور الثاني.' },
    { group: 'municipal', text: 'تم الحل جزئيًا، وبقي الرصيف مكسورًا كما هو.' },
    { group: 'any', text: 'ضغطت «نعم» بالغلط، المشكلة لسه موجودة.' },
    { group: 'any', text: 'شكرًا، لكن لم يأتِ أحد حتى الآن.' },
    { group: 'electricity', text: 'أيوه اتحلت أول امبارح بس النهارده رجعت قطعت تاني.' },
    { group: 'any', text: 'تمام إن شاء الله، لما يجي الفني نشوف.' },
  ],
  fa: [
    { group: 'water', text: 'بله، ولی هنوز طبقهٔ بالا آب نداره.' },
    { group: 'municipal', text: 'تا حدی حل شد؛ پیاده‌رو همچنان شکسته است.' },
    { group: 'any', text: 'اشتباهی «بله» رو زدم، مشکل سر جاشه.' },
    { group: 'any', text: 'ممنون، اما هنوز کسی مراجعه نکرده است.' },
    { group: 'electricity', text: 'آره درست شد، ولی دیشب دوباره قطع شد.' },
    { group: 'any', text: 'ان‌شاءالله که حله، مأمور بیاد ببینیم چی می‌شه.' },
  ],
  en: [
    { group: 'water', text: 'Yes, but the second floor still has no water.' },
    { group: 'any', text: 'Thanks, although nobody has come yet.' },
  ],
} as const;

export const withdrawalReasons = {
  ar: [
    { group: 'municipal', text: 'أسحب الطلب، تفاهمت مع الجار وانتهى الموضوع.' },
    { group: 'water', text: 'المشكلة من تمديدات البيت وصلحتها بنفسي، اعذروني على الإزعاج.' },
    { group: 'any', text: 'سافرت وبعت الشقة، فلا حاجة للطلب.' },
    { group: 'any', text: 'سجلته مرتين بالغلط، ألغوا هذا وخلوا الأول.' },
    { group: 'any', text: 'لم أعد أرغب في المتابعة، التكلفة أعلى من طاقتي.' },
  ],
  fa: [
    { group: 'municipal', text: 'درخواست را پس می‌گیرم، با همسایه به توافق رسیدیم.' },
    { group: 'water', text: 'ایراد از لوله‌کشی خود خونه بود، درستش کردم. ببخشید مزاحم شدم.' },
    { group: 'any', text: 'خانه را فروخته‌ام و دیگر نیازی به این درخواست نیست.' },
    { group: 'any', text: 'اشتباهی دو بار ثبت کردم، این یکی رو لغو کنید اولی بمونه.' },
    { group: 'any', text: 'منصرف شدم، هزینه‌اش از توان من بیشتر است.' },
  ],
  en: [
    { group: 'electricity', text: 'Please cancel it, the fault was inside my own house and I fixed it.' },
    { group: 'any', text: 'I registered it twice by mistake, keep the first one.' },
    { group: 'any', text: 'We are moving out, the request is no longer needed.' },
  ],
} as const;
