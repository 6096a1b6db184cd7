// The better answers a higher person gives after a dispute, by category or group, in Persian.
export const secondAnswersFa = [
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'من رئیس خدمات آب هستم و پروندهٔ شما به من رسیده است. امروز خودم به محل آمدم و حق با شماست: کار اول علت را رفع نکرده بود. کار در {date} کامل شد و اکیپ تا وقتی خودتان نتیجه را دیدید ماند.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'پرونده را از ابتدا با اکیپ مرور کردیم و از اینکه پیش از پرسیدن از شما بسته شد پوزش می‌خواهیم. باقی کار در {date} انجام شد؛ گزارش تصویری و نام و تلفن مستقیم مهندس مسئول پیوست است.',
  },
  {
    category: 'water-outage',
    kinds: ['complaint'],
    text: 'علت واقعی، حبس هوا در رایزر طبقات و شیر دومی پشت مسجد بود که در نقشه‌های ما نبود. شیر باز و شیر تخلیهٔ هوا نصب شد؛ فشار سر شیر طبقهٔ سوم شما ساعت هفت عصر ۱٫۸ بار بود.',
  },
  {
    category: 'water-leak',
    kinds: ['complaint', 'remark'],
    text: 'به جای وصله، ۱۴ متر لولهٔ کهنه عوض شد، وگرنه نشتی از جایی به جای دیگر می‌رفت. آزمایش با حضور همسایه‌ها انجام و آسفالت در {date} ترمیم شد.',
  },
  {
    category: 'water-quality',
    kinds: ['complaint', 'inquiry'],
    text: 'این بار صبح و ظهر و شب سه نمونه از شیر خود شما گرفتیم و پلمب نمونه‌ها را امضا کردید. یک اتصال فولادی زنگ‌زده پیش از کنتور {meter} پیدا شد که در مسئولیت ماست؛ عوض شد و برگهٔ تازه پیوست است.',
  },
  {
    category: 'sewage',
    kinds: ['complaint', 'request'],
    text: 'دوربین در ۲۲ متری شکستگی نشان داد و برای همین پس از هر تخلیه باز پس می‌زد. آن تکه در {street} روز {date} تعویض و پیاده‌رو شسته و ضدعفونی شد.',
  },
  {
    category: 'water-connection',
    kinds: ['request', 'complaint', 'inquiry'],
    text: 'شیر اصلی باز شد و آچار آن را تحویل گرفتید و انشعاب جلوی خودتان آزمایش شد. هزینهٔ بازدید دوم، {amount}، به شما برمی‌گردد چون تکرارش تقصیر ما بود.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'پروندهٔ شما را من، مدیر خدمات برق، تحویل گرفتم. نوشتهٔ شما را با گزارش اکیپ سنجیدم: کار در نشانی دیگری انجام شده بود. تعمیر محل شما در {date} انجام شد و سه روز دیگر خودم تماس می‌گیرم.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'از اعتراضتان ممنونم و بجاست. پاسخ پیشین کلی بود و به پرسش شما جواب نمی‌داد. پاسخ کامل پیوست است و تلفن مستقیم من زیر آن آمده.',
  },
  {
    category: 'power-outage',
    kinds: ['complaint'],
    text: 'ساختمان شما به ترانس تازهٔ {street} منتقل شد، چون ترانس قدیمی ۱۱۸ درصد بار داشت. دو شب کامل پایش کردیم و هیچ قطعی نبود؛ نمودار پیوست است.',
  },
  {
    category: 'voltage',
    kinds: ['complaint', 'request'],
    text: 'همان‌طور که خواسته بودید شب، از هفت تا یازده، اندازه گرفتیم: ولتاژ به ۱۹۱ می‌افتاد. تپ ترانس بالا رفت و بارها متعادل شد؛ حالا ۲۲۱ است. پروندهٔ خسارت هم با شمارهٔ گزارش نخست شما به کمیسیون برگشت.',
  },
  {
    category: 'street-lighting',
    kinds: ['complaint', 'suggestion', 'remark'],
    text: '۸۵ متر کابل تغذیه عوض شد، چون رطوبت هر دو شب یک بار آن را قطع می‌کرد. ته کوچه هم در کار بود. بازدید شبانه {date} با حضور یکی از همسایه‌ها انجام شد.',
  },
  {
    category: 'power-connection',
    kinds: ['request', 'complaint', 'inquiry'],
    text: 'هر دو اکیپ هم‌زمان به محل آمدند و برق کنتور {meter} در {date} جلوی خودتان وصل شد.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'با ناظر به {street} رفتم؛ عکس پیشین واقعاً از خیابان دیگری بود و پوزش می‌خواهیم. کار محل شما در {date} انجام شد و عکس‌های تازه مختصات و ساعت دارد.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'اعتراض شما نشان داد پیمانکار فقط روز بازدید کار می‌کند. قرارداد اصلاح شد تا با عکس روزانه سنجیده شود و شما هم آن را از پیوند پرونده می‌بینید.',
  },
  {
    category: 'waste',
    kinds: ['complaint', 'request', 'suggestion'],
    text: 'مخزن به جای خود در {street} برگشت، یکی هم اضافه شد و خودروی بزرگ‌تری برای مسیر گذاشتیم تا پیش از کوچهٔ شما پر نشود. دو هفته دیگر از شما می‌پرسیم.',
  },
  {
    category: 'roads',
    kinds: ['complaint', 'remark'],
    text: 'پرکردن موقت برداشته و کف‌سازی کامل شد، همراه رمپ ویلچر با شیب ۶ درصد. پیش از آنکه تمام‌شده حسابش کنیم، لطفاً خودتان امتحانش کنید.',
  },
  {
    category: 'parks',
    kinds: ['complaint', 'suggestion', 'request'],
    text: 'دو تاب استاندارد و یک تاب ویژهٔ کودکان دارای معلولیت در {date} نصب شد و درختان از هر دو سو، پس از دیدن از صندلی رانندهٔ اتوبوس، هرس شدند.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'پروندهٔ {licence} را خودم خواندم: مدرکی که خواسته بودند از بار اول موجود بوده است. نوبت اصلی شما برگشت، برگه در {date} صادر شد و رد از سابقه پاک شد.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'متن کامل ضابطه با توضیحی دوسطری و یک شکل پیوست است. از اینکه پیش‌تر به «طبق ضوابط» بسنده کردیم پوزش می‌خواهیم.',
  },
  {
    category: 'building-permit',
    kinds: ['complaint', 'request', 'inquiry'],
    text: 'دو واحد در {date} جلسه گذاشتند و روی یک نقشه به توافق رسیدند و هر دو رئیس امضا کردند. در پروندهٔ {licence} دربارهٔ این نکته اصلاح دیگری خواسته نمی‌شود.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'من رئیس واحد صورت‌حساب هستم. سطر به سطر دوباره حساب کردم و جدولش پیوست است: {amount} به نفع شماست و هر سه ماه را در بر می‌گیرد. جریمه و اخطار باطل شد و اصلاح در {date} در حساب شما دیده می‌شود.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'کنتور {meter} دوباره با حضور شما و پلمب امضاشده آزمایش شد و عکس‌های تاریخ‌دار شما به حساب آمد. نتیجه با عدد و رقم پیوست است و اگر قانع نشدید راه اعتراض هم نوشته شده.',
  },
  {
    category: 'disconnection',
    kinds: ['complaint', 'request'],
    text: 'با مأمور شیفت مستقیم هماهنگ کردم و تا وقتی گفتید برق آمد پای تلفن ماندم. قسط ماهانه هم به مبلغی که گفتید می‌توانید تغییر کرد.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'همهٔ نامه‌ها را از پیام نخست خواندم. کار اصلی شما انجام نشده بود؛ امروز انجام شد و برگه‌اش پیوست است. تا نگویید تمام شد مسئول آن منم و این شمارهٔ مستقیم من است.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'شکایت این بار در واحدی بررسی شد که در ماجرا نقشی نداشته است. خلاصهٔ یک‌صفحه‌ای پیوست است: چه شد، چرا شد و چه چیزی در روال تغییر کرد.',
  },
] as const;
