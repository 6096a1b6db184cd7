// Why customers of the sample organisation dispute a claimed resolution, by category or group, in Arabic.
export const disputesAr = [
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'أي مشكلة انحلت؟ الوضع مثل ما هو، ولا أحد طرق الباب.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'تكتبون «تم» والمستفيد آخر من يعلم. أرسلوا صورة أو تقرير يثبت ما نُفّذ.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request'],
    text: 'انصلحت ساعتين ورجعت أسوأ من الأول، وانتو خلاص قفلتوا البلاغ.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request'],
    text: 'لم يتصل بي أحد قبل الإغلاق، والموضوع لم يُنفّذ كما طُلب. أرفض اعتماد الحل.',
  },
  { category: 'water-outage', kinds: ['complaint'], text: 'المويه جات نص ساعة وانقطعت مرة ثانية، والخزان للحين فاضي.' },
  {
    category: 'water-outage',
    kinds: ['complaint'],
    text: 'الضغط تحت تمام بس الدور التالت والرابع ولا نقطة. انتو قستوا من العداد بس.',
  },
  {
    category: 'water-outage',
    kinds: ['request'],
    text: 'الصهريج أعطى الجيران ومشى قبل ما يعبي خزاننا، مع أن الطلب باسمنا.',
  },
  { category: 'water-outage', kinds: ['inquiry'], text: 'سألت عن الأيام والساعات ولم يردني جدول، بل رسالة شكر فقط.' },
  {
    category: 'water-leak',
    kinds: ['complaint', 'remark'],
    text: 'التسرب توقف يومًا ثم خرج من نقطة أبعد بمترين في الشارع نفسه.',
  },
  {
    category: 'water-leak',
    kinds: ['complaint', 'remark'],
    text: 'ردمتوا الحفرة من غير ما تصلّحوا الماسورة، والمياه طالعة من وسط التراب.',
  },
  {
    category: 'water-quality',
    kinds: ['complaint', 'inquiry'],
    text: 'الفني شمّ الكاسة وقال «ما فيها شي» ومشى بدون ما ياخذ عينة. أبي تقرير مختبر.',
  },
  {
    category: 'water-quality',
    kinds: ['complaint', 'inquiry'],
    text: 'العينة أُخذت من خزان الحي لا من بيتي، واللون ما زال أصفر كل صباح.',
  },
  { category: 'sewage', kinds: ['complaint', 'request'], text: 'شفطوا اللي فوق بس، وطفحت ثاني يوم مع صلاة الفجر.' },
  {
    category: 'sewage',
    kinds: ['complaint', 'request'],
    text: 'سلّكوا من عندنا ورموا المخلفات على الرصيف وراحوا. الريحة زادت.',
  },
  {
    category: 'water-connection',
    kinds: ['complaint', 'request'],
    text: 'العداد اتركب بس المحبس الرئيسي مقفول ومحدش عارف مين اللي يفتحه.',
  },
  {
    category: 'water-connection',
    kinds: ['request', 'inquiry'],
    text: 'أُغلق الطلب بعبارة «تمت المعالجة» ولم أتسلم موعد معاينة ولا قائمة متطلبات.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'قلتوا تم الإصلاح وأنا كاتب لكم الحين على نور الجوال.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'البلاغ اتقفل وأنا لسه تحت بستنى الفني.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request'],
    text: 'الإصلاح مؤقت: سلك مكشوف مربوط بشريط لاصق. هذا خطر أكبر من الأول.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'لم تُجيبوا عن السؤال الأصلي، والرد منسوخ لا علاقة له بما كتبت.',
  },
  { category: 'power-outage', kinds: ['complaint'], text: 'رجعت الكهرباء عشر دقائق وطفت، وطول الليل على هالحال.' },
  {
    category: 'power-outage',
    kinds: ['complaint'],
    text: 'تم إصلاح مغذي الشارع الآخر. عمارتنا على محوّل ثانٍ وما زالت بلا تيار.',
  },
  { category: 'power-outage', kinds: ['inquiry'], text: 'ما زلت لا أعرف ساعات الفصل، وهذا كل ما سألت عنه.' },
  {
    category: 'voltage',
    kinds: ['complaint', 'request'],
    text: 'القياس تم الساعة 10 الصبح والمشكلة تطلع بعد المغرب وقت الحمل. قيسوا بالليل.',
  },
  {
    category: 'voltage',
    kinds: ['complaint', 'request'],
    text: 'رفضتوا التعويض بحجة عدم وجود بلاغ وقتها، ورقم البلاغ موجود في سجل مكالماتكم.',
  },
  {
    category: 'street-lighting',
    kinds: ['complaint', 'suggestion', 'remark'],
    text: 'اشتغلت ليلتين وطفت. يبدو العطل بالكبل مو باللمبات.',
  },
  {
    category: 'street-lighting',
    kinds: ['complaint', 'suggestion', 'remark'],
    text: 'صلحتوا الأعمدة اللي على الشارع العام بس، وجوه الحارة زي ما هي.',
  },
  {
    category: 'power-connection',
    kinds: ['request', 'complaint', 'inquiry'],
    text: 'لم يُحدد موعد، ومن اتصل بي سألني أسئلة أجبت عنها في الطلب نفسه.',
  },
  {
    category: 'power-connection',
    kinds: ['request', 'complaint'],
    text: 'العداد مركّب بدون تيار، والقاطع عند العمود ينتظر «فريقًا آخر».',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'ما تغيّر شي في الموقع. مروا بأنفسكم وشوفوا.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'الصورة اللي حطيتوها لشارع ثاني! شارعنا ما فيه نخل.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'اتنضف يوم زيارة المسؤول وتاني يوم رجع زي ما كان.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'suggestion'],
    text: 'الرد عام ولا يذكر متى ولا من سينفذ، فلا أعدّه حلًّا.',
  },
  {
    category: 'waste',
    kinds: ['complaint', 'request'],
    text: 'شالوا الحاوية بدل ما يفضونها، والحين الناس ترمي على الأرض.',
  },
  {
    category: 'waste',
    kinds: ['complaint', 'request', 'suggestion'],
    text: 'جاءت الشاحنة وأخذت النصف وتركت البقية بحجة أن الحمولة اكتملت.',
  },
  { category: 'roads', kinds: ['complaint', 'remark'], text: 'الحفرة اتردمت رمل، مع أول مطرة هترجع.' },
  {
    category: 'roads',
    kinds: ['complaint', 'remark'],
    text: 'أُصلح الأسفلت ولم يُعَد الرصيف، والكرسي المتحرك ما زال لا يمر.',
  },
  {
    category: 'parks',
    kinds: ['complaint', 'suggestion', 'request'],
    text: 'شلتوا المراجيح كلها بدل ما تصلحون وحدة. العيال يسألون وين راحت.',
  },
  {
    category: 'parks',
    kinds: ['complaint', 'suggestion', 'request'],
    text: 'قُلّمت الأغصان من جهة واحدة وما زالت الإشارة محجوبة من جهة المدرسة.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'أُغلق الطلب ولم تصدر الوثيقة. ما الذي تمت معالجته إذن؟',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'رجعتوني لأول السطر برقم جديد، وراح دوري اللي استنيته شهرين.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'طلبتم مستندًا سبق أن رفعته مرتين، ولديّ إشعار الاستلام.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'inquiry'],
    text: 'قلتم «حسب النظام» ولم تذكروا أي مادة. أريد نصًّا أرجع إليه.',
  },
  {
    category: 'shop-licence',
    kinds: ['complaint', 'request', 'inquiry'],
    text: 'الرخصة صدرت بنشاط غير نشاطي: «بيع أقمشة» وأنا عندي بقالة!',
  },
  {
    category: 'shop-licence',
    kinds: ['complaint'],
    text: 'المخالفة ما زالت ظاهرة في حسابي وتمنعني من التجديد رغم قولكم إنها أُلغيت.',
  },
  {
    category: 'building-permit',
    kinds: ['complaint', 'request', 'inquiry'],
    text: 'الملاحظة الجديدة تناقض القديمة حرفيًّا. نفذنا الأولى فرُفض بسبب الثانية.',
  },
  { category: 'building-permit', kinds: ['complaint'], text: 'اشتغلوا بالليل بعد ما علقتوا الملصق، والسقف انصب خلاص.' },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'الفاتورة نفسها والمبلغ نفسه، ولم يشرح أحد كيف حُسبت.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'الخصم اللي وعدتوني فيه ما نزل، وجاتني فاتورة جديدة فوقها غرامة.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'محدش كلمني ولا شاف العداد، وكاتبين «بعد المراجعة». مراجعة إيه؟',
  },
  { category: 'billing', kinds: ['complaint', 'request'], text: 'صححتم شهرًا واحدًا وتركتم شهرين فيهما الخطأ نفسه.' },
  {
    category: 'high-bill',
    kinds: ['complaint', 'inquiry'],
    text: 'فحصتوا العداد بدون حضوري وشرطي أكون موجود. ما أقبل النتيجة.',
  },
  {
    category: 'high-bill',
    kinds: ['complaint', 'inquiry'],
    text: 'قلتم القراءة صحيحة، ولدي صورة بالتاريخ تبيّن فرق 180 وحدة. لم يسأل عنها أحد.',
  },
  {
    category: 'payment-posting',
    kinds: ['complaint', 'inquiry'],
    text: 'الفلوس لسه مرجعتش على الكارت، وعدّى أسبوعين مش تلات أيام.',
  },
  {
    category: 'payment-posting',
    kinds: ['complaint', 'inquiry'],
    text: 'حُذفت الفاتورة وبقيت غرامة التأخير والإنذار باسمي.',
  },
  {
    category: 'meter-reading',
    kinds: ['complaint', 'request'],
    text: 'قارئ العداد جا ثاني وكتب تقديري مع إني فتحت له الباب بنفسي.',
  },
  {
    category: 'meter-reading',
    kinds: ['complaint', 'request'],
    text: 'العداد الجديد مركّب مقلوب والشاشة للجدار، كيف أقرأ؟',
  },
  {
    category: 'disconnection',
    kinds: ['complaint', 'request'],
    text: 'سددت من أمس والتيار للحين مقطوع، وفني الإعادة يقول «ما عندي أمر».',
  },
  {
    category: 'disconnection',
    kinds: ['request'],
    text: 'القسط الأول المقترح يساوي نصف دخلي. طلبت قسطًا أقدر عليه لا ورقة أوقعها وأعجز.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'رد مجاملات. لم أطلب اعتذارًا، طلبت أن ينتهي موضوعي.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'أُغلقت الشكوى على الموظف من الموظف نفسه! من راجعها؟',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'تتكلمون عن التطوير والخدمة، وموضوعي الأصلي ما زال مفتوحًا من شهر.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'نفس الجملة وصلتني المرة اللي فاتت حرف بحرف. فيه حد بيقرأ؟',
  },
  {
    category: 'waiting-time',
    kinds: ['complaint', 'suggestion'],
    text: 'اتصلت اليوم للتأكد: 43 دقيقة انتظار. أين التحسن؟',
  },
  {
    category: 'waiting-time',
    kinds: ['complaint', 'suggestion'],
    text: 'خيار معاودة الاتصال سجّلت فيه من يومين ولا أحد رجع لي.',
  },
  {
    category: 'staff-conduct',
    kinds: ['complaint'],
    text: 'تقولون اتصل رئيس القسم واعتذر. لم يتصل بي أحد، وهاتفي معي طوال اليوم.',
  },
  {
    category: 'staff-conduct',
    kinds: ['complaint', 'remark'],
    text: 'وجّهتم الموظف؟ أنا لا أريد معاقبة أحد، أريد معاملتي التي جئت من أجلها.',
  },
  {
    category: 'digital-services',
    kinds: ['complaint', 'inquiry', 'suggestion'],
    text: 'حدثت التطبيق ونفس المشكلة، والمهلة خلصت وأنا أحاول.',
  },
  {
    category: 'digital-services',
    kinds: ['complaint', 'inquiry', 'suggestion'],
    text: 'حذفته وثبّتّه كما طلبتم فضاعت كل البلاغات المحفوظة.',
  },
] as const;
