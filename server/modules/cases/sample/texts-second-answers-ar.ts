// The better answers a higher person gives after a dispute, by category or group, in Arabic.
export const secondAnswersAr = [
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'أنا رئيس قسم خدمات المياه وقد انتقلت معاملتكم إليّ. حضرت إلى الموقع بنفسي اليوم، وما ذكرتموه صحيح: الإجراء الأول لم يعالج السبب. نُفذ العمل كاملًا بتاريخ {date} وبقي الفريق حتى شاهدتم النتيجة بأنفسكم.',
  },
  {
    category: 'water',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'راجعنا المعاملة من بدايتها مع الفريق المنفذ، ونعتذر عن إغلاقها قبل سؤالكم. ما تبقى أُنجز بتاريخ {date}، ومرفق تقرير بالصور واسم المهندس المسؤول وهاتفه المباشر.',
  },
  {
    category: 'water-outage',
    kinds: ['complaint'],
    text: 'السبب الحقيقي هواء محصور في خط الطوابق العليا مع محبس ثانٍ مغلق خلف المسجد لم يكن في مخططاتنا. فُتح المحبس ورُكّب صمام تفريغ هواء، وقيس الضغط عند صنبور الطابق الثالث لديكم: 1.8 بار عند السابعة مساءً.',
  },
  {
    category: 'water-leak',
    kinds: ['complaint', 'remark'],
    text: 'استُبدل 14 مترًا من الأنبوب القديم بدل ترقيعه، لأن التسرب كان سينتقل من نقطة إلى أخرى. أُجري الاختبار بحضور الجيران، وأُعيدت السفلتة بتاريخ {date}.',
  },
  {
    category: 'water-quality',
    kinds: ['complaint', 'inquiry'],
    text: 'أُخذت هذه المرة ثلاث عينات من صنبوركم أنتم، صباحًا وظهرًا ومساءً، ووقّعتم على الأختام. وُجد وصلة حديد صدئة بين الشبكة والعداد {meter} وهي من مسؤوليتنا؛ استُبدلت، والتقرير الجديد مرفق.',
  },
  {
    category: 'sewage',
    kinds: ['complaint', 'request'],
    text: 'أظهرت الكاميرا انكسارًا في الخط على بعد 22 مترًا، ولذلك كان يطفح بعد كل شفط. استُبدل المقطع في {street} بتاريخ {date} وغُسل الرصيف وعُقّم.',
  },
  {
    category: 'water-connection',
    kinds: ['request', 'complaint', 'inquiry'],
    text: 'فُتح المحبس الرئيسي وسُلّم لكم مفتاحه، واختُبرت التوصيلة أمامكم. ونعيد إليكم رسم المعاينة الثانية {amount} لأن تكرارها كان بسببنا.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'تسلّمت معاملتكم بصفتي مدير خدمات الكهرباء. قارنت ما كتبتموه بتقرير الفرقة فوجدت أن العمل تم في موقع آخر. نُفّذ الإصلاح في موقعكم بتاريخ {date}، وسأتصل بكم بعد ثلاثة أيام للاطمئنان.',
  },
  {
    category: 'electricity',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'شكرًا لاعتراضكم فهو في محله. الرد السابق كان عامًّا ولم يجب عن سؤالكم. الجواب المفصل في المرفق، وهاتفي المباشر في أسفله.',
  },
  {
    category: 'power-outage',
    kinds: ['complaint'],
    text: 'نُقلت عمارتكم إلى المحوّل الجديد في {street} بعد أن ثبت أن القديم محمّل 118%. راقبنا التيار ليلتين كاملتين من دون أي انقطاع، والسجل مرفق.',
  },
  {
    category: 'voltage',
    kinds: ['complaint', 'request'],
    text: 'قسنا ليلًا كما طلبتم من السابعة إلى الحادية عشرة: هبط الجهد إلى 191 فولت. رُفعت خطوة المحوّل ووُزنت الأحمال، فصار 221. وأُعيد طلب التعويض إلى اللجنة ومعه رقم بلاغكم الأول.',
  },
  {
    category: 'street-lighting',
    kinds: ['complaint', 'suggestion', 'remark'],
    text: 'استُبدل كبل التغذية بطول 85 مترًا لأن الرطوبة كانت تفصله كل ليلتين، وشمل العمل المسار الداخلي للحارة أيضًا. جولة ليلية بتاريخ {date} بحضور أحد الجيران.',
  },
  {
    category: 'power-connection',
    kinds: ['request', 'complaint', 'inquiry'],
    text: 'التقى الفريقان في موقعكم في ساعة واحدة بدل موعدين، وأُطلق التيار على العداد {meter} بتاريخ {date} أمامكم.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'خرجت مع المراقب إلى {street} ووجدت أن الصورة المرفقة سابقًا من شارع آخر، ونعتذر عن ذلك. نُفّذ العمل في موقعكم بتاريخ {date} والصور الجديدة بالإحداثيات والوقت.',
  },
  {
    category: 'municipal',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'اعتراضكم كشف أن المقاول ينفّذ يوم الجولة فقط. عُدّل العقد ليُقاس العمل بصورة يومية، ويمكنكم رؤيتها من رابط المعاملة.',
  },
  {
    category: 'waste',
    kinds: ['complaint', 'request', 'suggestion'],
    text: 'أُعيدت الحاوية إلى مكانها في {street} وأُضيفت ثانية، وخُصصت مركبة أكبر للمسار حتى لا تمتلئ قبل شارعكم. سنسألكم بعد أسبوعين عن انتظام الرفع.',
  },
  {
    category: 'roads',
    kinds: ['complaint', 'remark'],
    text: 'أُزيل الردم المؤقت وأُعيد الرصف كاملًا مع منحدر للكراسي المتحركة بنسبة ميل 6%. نرجو تجربته بأنفسكم قبل أن نعدّه منتهيًا.',
  },
  {
    category: 'parks',
    kinds: ['complaint', 'suggestion', 'request'],
    text: 'رُكّبت أرجوحتان جديدتان معتمدتان وواحدة لذوي الإعاقة بتاريخ {date}، وقُلّمت الأشجار من الجهتين بعد تجربة الرؤية من مقعد سائق الحافلة.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'راجعت المعاملة {licence} بنفسي: المستند الذي طُلب منكم موجود فعلًا منذ أول مرة. أُعيد دوركم الأصلي وصدرت الوثيقة بتاريخ {date}، وأُلغي الرفض من السجل.',
  },
  {
    category: 'licensing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'نرفق نص المادة كاملًا مع شرح في سطرين ومثال مرسوم، ونعتذر عن الاكتفاء سابقًا بعبارة «حسب النظام».',
  },
  {
    category: 'building-permit',
    kinds: ['complaint', 'request', 'inquiry'],
    text: 'اجتمع القسمان يوم {date} واتفقا على رسم واحد، ووقّع عليه رئيسا القسمين. لن يُطلب منكم تعديل آخر في هذه النقطة على الطلب {licence}.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'أنا رئيس قسم الفوترة. أعدت الحساب سطرًا سطرًا وأرفقت الجدول: الفرق لصالحكم {amount} ويشمل الأشهر الثلاثة لا شهرًا واحدًا. أُلغيت الغرامة والإنذار، وستظهر التسوية في حسابكم يوم {date}.',
  },
  {
    category: 'billing',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'أُعيد فحص العداد {meter} بحضوركم وبختم وقّعتم عليه، وأُخذت صوركم المؤرخة في الحسبان. النتيجة مكتوبة بالأرقام في المرفق، ومعها طريق الاعتراض إن لم تقتنعوا.',
  },
  {
    category: 'disconnection',
    kinds: ['complaint', 'request'],
    text: 'أُعيدت الخدمة بعد اتصال مباشر مع فني النوبة وبقيت معه على الخط حتى أكدتم وصول التيار. وعُدّل القسط الشهري إلى ما ذكرتم أنكم تقدرون عليه.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'قرأت المراسلات كلها من أول رسالة. موضوعكم الأصلي لم يُنجز، وقد أُنجز اليوم ووثيقته مرفقة. وتبقى متابعته عليّ حتى تخبروني بأنه انتهى، ورقمي المباشر أدناه.',
  },
  {
    category: 'contact',
    kinds: ['complaint', 'request', 'inquiry', 'remark', 'suggestion'],
    text: 'الشكوى راجعها هذه المرة قسم آخر لا صلة له بالواقعة. الخلاصة في صفحة واحدة مرفقة: ما حدث، ولماذا، وما الذي تغيّر في الإجراء.',
  },
] as const;
