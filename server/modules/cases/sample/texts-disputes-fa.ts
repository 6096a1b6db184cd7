// Why customers of the sample organisation dispute a claimed resolution, by category or group, in Persian.
export const disputesFa = [
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'کدوم مشکل حل شد؟ نه کسی اومد نه چیزی عوض شد.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'شما می‌نویسید «انجام شد» و ما آخرین نفری هستیم که خبر می‌شویم. لطفاً عکس یا گزارش کار را بفرستید.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request'],
    text: 'دو ساعت درست شد و بعد بدتر از قبل برگشت. شما هم که پرونده رو بستید رفتید.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request'],
    text: 'پیش از بستن پرونده کسی با من تماس نگرفت و کار آن‌طور که خواسته بودم انجام نشده است. تأیید نمی‌کنم.',
  },
  { category: 'water-outage', kinds: ['complaint'], text: 'نیم ساعت آب اومد و دوباره رفت. مخزن هنوز خالیه.' },
  {
    category: 'water-outage',
    kinds: ['complaint'],
    text: 'فشار پایین خوبه ولی طبقهٔ سه و چهار یه قطره هم نمی‌رسه. فقط پای کنتور رو اندازه گرفتید.',
  },
  {
    category: 'water-outage',
    kinds: ['request'],
    text: 'تانکر به همسایه آب داد و رفت، نوبت ما که شد گفت تموم شد. درخواست به اسم ما بود.',
  },
  {
    category: 'water-outage',
    kinds: ['inquiry'],
    text: 'من روز و ساعت نوبت‌بندی را پرسیده بودم، فقط پیام تشکر دریافت کردم.',
  },
  {
    category: 'water-leak',
    kinds: ['complaint', 'remark'],
    text: 'نشتی یک روز بند آمد، حالا دو متر آن‌طرف‌تر در همان خیابان بیرون زده است.',
  },
  {
    category: 'water-leak',
    kinds: ['complaint', 'remark'],
    text: 'چاله رو پر کردید بدون اینکه لوله رو درست کنید. آب از وسط خاک‌ها می‌جوشه.',
  },
  {
    category: 'water-quality',
    kinds: ['complaint', 'inquiry'],
    text: 'مأمور لیوان رو بو کرد گفت چیزی نیست و رفت، نمونه نگرفت. من برگهٔ آزمایشگاه می‌خوام.',
  },
  {
    category: 'water-quality',
    kinds: ['complaint', 'inquiry'],
    text: 'نمونه را از مخزن محله گرفته‌اید نه از خانهٔ من. آب هنوز هر صبح زرد است.',
  },
  { category: 'sewage', kinds: ['complaint', 'request'], text: 'فقط روش رو کشیدن، فرداش کله‌سحر دوباره زد بالا.' },
  { category: 'sewage', kinds: ['complaint', 'request'], text: 'لجن رو ریختن رو پیاده‌رو و رفتن. بوش از قبل هم بدتره.' },
  {
    category: 'water-connection',
    kinds: ['complaint', 'request'],
    text: 'کنتور نصب شده ولی شیر اصلی بسته‌ست و هیچ‌کس نمی‌دونه کی باید بازش کنه.',
  },
  {
    category: 'water-connection',
    kinds: ['request', 'inquiry'],
    text: 'درخواست با جملهٔ «بررسی شد» بسته شده، اما نه نوبت بازدید گرفتم نه فهرست مدارک.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'می‌گید درست شد؟ من دارم با نور گوشی اینو می‌نویسم.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'پرونده رو بستید و من هنوز پایین منتظر تعمیرکارم.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request'],
    text: 'تعمیر موقتی است: سیم لخت را با چسب بسته‌اند. این از قبل خطرناک‌تر است.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'به پرسش اصلی جواب نداده‌اید. متن آماده‌ای است که ربطی به نوشتهٔ من ندارد.',
  },
  { category: 'power-outage', kinds: ['complaint'], text: 'ده دقیقه وصل شد و باز رفت، تا صبح همین بساط بود.' },
  {
    category: 'power-outage',
    kinds: ['complaint'],
    text: 'خط خیابان دیگر را تعمیر کرده‌اید؛ ساختمان ما روی ترانس دوم است و هنوز برق ندارد.',
  },
  {
    category: 'power-outage',
    kinds: ['inquiry'],
    text: 'هنوز ساعت قطع را نمی‌دانم، در حالی که فقط همین را پرسیده بودم.',
  },
  {
    category: 'voltage',
    kinds: ['complaint', 'request'],
    text: 'ساعت ۱۰ صبح اندازه گرفتید، مشکل مال بعد غروبه که همه کولر روشن می‌کنن. شب بیاید.',
  },
  {
    category: 'voltage',
    kinds: ['complaint', 'request'],
    text: 'خسارت را رد کرده‌اید چون گزارش هم‌زمان نداشته‌ایم؛ شمارهٔ گزارش ما در سوابق تماس شما هست.',
  },
  {
    category: 'street-lighting',
    kinds: ['complaint', 'suggestion', 'remark'],
    text: 'دو شب روشن بود و باز خاموش شد. ایراد از کابله نه از لامپ.',
  },
  {
    category: 'street-lighting',
    kinds: ['complaint', 'suggestion', 'remark'],
    text: 'فقط چراغ‌های سر خیابون رو درست کردید، ته کوچه همونه که بود.',
  },
  {
    category: 'power-connection',
    kinds: ['request', 'complaint', 'inquiry'],
    text: 'نه نوبتی تعیین شد و نه مدارکی گفتید؛ کسی که زنگ زد همان چیزهایی را پرسید که در فرم نوشته بودم.',
  },
  {
    category: 'power-connection',
    kinds: ['request', 'complaint'],
    text: 'کنتور هست ولی برق نیست. می‌گویند کلید تیر با «اکیپ دیگر» است.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'هیچی تو محل عوض نشده. خودتون یه سر بیاید ببینید.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'عکسی که گذاشتید مال یه خیابون دیگه‌ست! کوچهٔ ما اصلاً نخل نداره.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'روز بازدید مسئول تمیز شد و فرداش همون آش و همون کاسه.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'suggestion'],
    text: 'پاسخ کلی است و نه زمان دارد نه مجری؛ من این را حل نمی‌دانم.',
  },
  {
    category: 'waste',
    kinds: ['complaint', 'request'],
    text: 'سطل رو بردن به جای اینکه خالیش کنن! حالا همه رو زمین می‌ذارن.',
  },
  {
    category: 'waste',
    kinds: ['complaint', 'request', 'suggestion'],
    text: 'ماشین آمد، نصف را برد و گفت ظرفیت پر شد. بقیه همان‌جاست.',
  },
  { category: 'roads', kinds: ['complaint', 'remark'], text: 'چاله رو با خاک پر کردن. اولین بارون بیاد همونه.' },
  { category: 'roads', kinds: ['complaint', 'remark'], text: 'آسفالت درست شده اما پیاده‌رو نه. ویلچر هنوز رد نمی‌شود.' },
  {
    category: 'parks',
    kinds: ['complaint', 'suggestion', 'request'],
    text: 'همهٔ تاب‌ها رو جمع کردید به جای اینکه یکیش رو درست کنید. بچه‌ها هی می‌پرسن کجاست.',
  },
  {
    category: 'parks',
    kinds: ['complaint', 'suggestion', 'request'],
    text: 'شاخه‌ها را فقط از یک طرف زده‌اید؛ چراغ از سمت مدرسه هنوز دیده نمی‌شود.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'درخواست بسته شده ولی برگه‌ای صادر نشده. پس دقیقاً چه چیزی رسیدگی شد؟',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'با یه شمارهٔ جدید فرستادینم ته صف، دو ماه نوبتم پرید.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'مدرکی را خواسته‌اید که دو بار بارگذاری کرده‌ام و رسیدش را دارم.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'inquiry'],
    text: 'نوشته‌اید «طبق ضوابط» بدون ذکر هیچ بندی. متن ضابطه را می‌خواهم.',
  },
  {
    category: 'shop-licence',
    kinds: ['complaint', 'request', 'inquiry'],
    text: 'پروانه رو با شغل اشتباه صادر کردید: «پارچه‌فروشی»! من خواربارفروشم.',
  },
  {
    category: 'shop-licence',
    kinds: ['complaint'],
    text: 'گفتید جریمه باطل شده ولی هنوز در حساب من هست و اجازهٔ تمدید نمی‌دهد.',
  },
  {
    category: 'building-permit',
    kinds: ['complaint', 'request', 'inquiry'],
    text: 'ایراد تازه دقیقاً ضد ایراد قبلی است. اولی را اجرا کردیم، با دومی رد شد.',
  },
  { category: 'building-permit', kinds: ['complaint'], text: 'برگه رو چسبوندید، شبونه کار کردن و سقف رو هم ریختن.' },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'همان قبض، همان مبلغ، و هیچ‌کس نگفت چطور حساب شده.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'تخفیفی که قول دادید نیومد، تازه قبض بعدی با جریمه اومد روش.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'نه کسی زنگ زد نه کنتور رو دیدن، نوشتید «پس از بررسی». کدوم بررسی؟',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request'],
    text: 'یک ماه را اصلاح کرده‌اید و دو ماه دیگر با همان خطا مانده است.',
  },
  {
    category: 'high-bill',
    kinds: ['complaint', 'inquiry'],
    text: 'بدون حضور من کنتور رو آزمایش کردید. شرطم این بود که خودم باشم. قبول ندارم.',
  },
  {
    category: 'high-bill',
    kinds: ['complaint', 'inquiry'],
    text: 'می‌گویید قرائت درست است؛ من عکس تاریخ‌دار دارم که ۱۸۰ واحد فرق نشان می‌دهد و کسی نخواست ببیند.',
  },
  {
    category: 'payment-posting',
    kinds: ['complaint', 'inquiry'],
    text: 'پول هنوز به کارتم برنگشته؛ سه روز شد دو هفته.',
  },
  {
    category: 'payment-posting',
    kinds: ['complaint', 'inquiry'],
    text: 'قبض حذف شد ولی جریمهٔ دیرکرد و اخطار هنوز به نام من است.',
  },
  {
    category: 'meter-reading',
    kinds: ['complaint', 'request'],
    text: 'مأمور دوباره اومد و دوباره علی‌الحساب زد، با اینکه خودم در رو براش باز کردم.',
  },
  {
    category: 'meter-reading',
    kinds: ['complaint', 'request'],
    text: 'کنتور جدید رو برعکس بستن، صفحه‌ش رو به دیواره! چطوری بخونم؟',
  },
  {
    category: 'disconnection',
    kinds: ['complaint', 'request'],
    text: 'از دیروز پرداخت کردم هنوز قطعه. مأمور وصل می‌گه «دستور ندارم».',
  },
  {
    category: 'disconnection',
    kinds: ['request'],
    text: 'قسط اول نصف درآمد من است. قسطی خواستم که بتوانم بدهم، نه برگه‌ای که امضا کنم و درمانده شوم.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'فقط تعارف کردید. من عذرخواهی نخواستم، کارم راه بیفتد.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'شکایت از همکارتون رو داده بودید خودش ببنده! کی بررسی کرد؟',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'از بهبود خدمات می‌نویسید ولی موضوع اصلی من یک ماه است باز مانده.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'دفعهٔ پیش هم همین جمله رو کلمه به کلمه فرستادید. کسی می‌خونه اینا رو؟',
  },
  {
    category: 'waiting-time',
    kinds: ['complaint', 'suggestion'],
    text: 'امروز برای امتحان زنگ زدم: ۴۳ دقیقه. بهبودش کو؟',
  },
  {
    category: 'waiting-time',
    kinds: ['complaint', 'suggestion'],
    text: 'دو روز پیش شماره‌ام را برای تماس برگشتی دادم، هنوز کسی زنگ نزده.',
  },
  {
    category: 'staff-conduct',
    kinds: ['complaint'],
    text: 'نوشته‌اید رئیس واحد زنگ زد و پوزش خواست. کسی با من تماس نگرفته و گوشی تمام روز دستم بود.',
  },
  {
    category: 'staff-conduct',
    kinds: ['complaint', 'remark'],
    text: 'به همکارتان تذکر دادید؟ من تنبیه کسی را نخواستم، کاری را خواستم که برایش آمده بودم.',
  },
  {
    category: 'digital-services',
    kinds: ['complaint', 'inquiry', 'suggestion'],
    text: 'به‌روزرسانی کردم، همونه. مهلتم هم وسط تلاش کردن تموم شد.',
  },
  {
    category: 'digital-services',
    kinds: ['complaint', 'inquiry', 'suggestion'],
    text: 'طبق گفته‌تان حذف و نصب کردم؛ همهٔ گزارش‌های ذخیره‌شده پرید.',
  },
] as const;
