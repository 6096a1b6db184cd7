// The faults of diagrams in Persian; the element that is at fault stands beside the words.
import type { FaultWords } from './fault-codes.ts';

export const faultWords: FaultWords = {
  'fault.diagram-too-large': 'فایل بیش از {{maximum}} نویسه دارد',
  'fault.diagram-with-entities':
    'فایل نوع سند یا موجودیت تعریف می\u200cکند که نمودار به آن نیازی ندارد؛ از این رو باز نمی\u200cشود',
  'fault.diagram-too-deep': 'عنصرها بیش از {{maximum}} بار در دل یکدیگرند',
  'fault.diagram-not-xml': 'فایل سالم نیست: خواندن در سطر {{line}}، نویسهٔ {{column}} می\u200cایستد',
  'fault.diagram-not-bpmn': 'این نمودار BPMN 2.0 نیست',
  'fault.diagram-id-twice': 'دو عنصر یک شناسه دارند',
  'fault.diagram-reference-open':
    'به «{{reference}}» ({{property}}) اشاره می\u200cکند که در نمودار نیست؛ نمودار تغییریافته بدون این اشاره ذخیره می\u200cشود',
  'fault.diagram-part-unread': '«{{name}}» در سطر {{line}} جزو قالب نیست؛ نمودار تغییریافته بدون آن ذخیره می\u200cشود',
  'fault.process-missing': 'نمودار هیچ فرایندی ندارد',
  'fault.process-unknown': 'نمودار فرایند «{{process}}» را ندارد',
  'fault.process-empty': 'چیزی در آن نیست',
  'fault.element-without-id': 'عنصری در آن ({{type}}) شناسه ندارد',
  'fault.start-missing': 'آغازی ندارد',
  'fault.start-twice': 'آغاز دیگری هست و معلوم نیست از کجا باید شروع شود',
  'fault.start-trigger-misplaced':
    'زیرفرایند با رسیدن پرونده به آن آغاز می\u200cشود و آغازش نمی\u200cتواند منتظر چیز دیگری باشد',
  'fault.event-subprocess-without-trigger':
    'آغاز زیرفرایند رویدادی چیزی می\u200cخواهد که آن را به راه اندازد: پیام، سیگنال، زمان یا خطا',
  'fault.complex-gateway-not-executed':
    'درگاه پیچیده اجرا نمی\u200cشود؛ درگاه\u200cهای انحصاری، فراگیر و موازی همان را می\u200cگویند',
  'fault.transaction-not-executed':
    'زیرفرایند تراکنشی اجرا نمی\u200cشود؛ زیرفرایندی ساده با رویدادی برای خطا جای آن را می\u200cگیرد',
  'fault.ad-hoc-not-executed': 'زیرفرایندی که گام\u200cهایش ترتیب ندارند اجرا نمی\u200cشود',
  'fault.compensation-not-executed':
    'جبران اجرا نمی\u200cشود؛ آنچه باید برگردانده شود گام\u200cهای خودش را می\u200cخواهد',
  'fault.escalation-not-executed': 'رویداد ارجاع به سطح بالاتر اجرا نمی\u200cشود؛ سیگنال یا پیام جای آن را می\u200cگیرد',
  'fault.conditional-event-not-executed':
    'رویدادی که منتظر برقراری شرط است اجرا نمی\u200cشود؛ درگاه یا پیام جای آن را می\u200cگیرد',
  'fault.cancel-event-not-executed': 'رویداد لغو از آنِ زیرفرایند تراکنشی است که اجرا نمی\u200cشود',
  'fault.multiple-triggers-not-executed': 'هر رویداد اینجا یک سبب دارد؛ چند سبب چند رویداد می\u200cخواهد',
  'fault.starting-gateway-not-executed': 'درگاه فرایند را آغاز نمی\u200cکند؛ رویداد آغاز می\u200cکند',
  'fault.starting-receive-task-not-executed':
    'گام دریافت فرایند را آغاز نمی\u200cکند؛ رویداد آغاز با همان پیام می\u200cکند',
  'fault.choreography-not-executed': 'نمودار هماهنگی طرف\u200cها اجرا نمی\u200cشود؛ تنها فرایندها اجرا می\u200cشوند',
  'fault.conversation-not-executed':
    'گفت\u200cوگوها اجرا نمی\u200cشوند؛ پیکان\u200cهای پیام میان استخرها اجرا می\u200cشوند',
  'fault.element-not-executed': 'عنصرهای این نوع ({{type}}) اجرا نمی\u200cشوند',
  'fault.flow-loose': 'این پیکان دو عنصر را به هم نمی\u200cرساند',
  'fault.flow-crosses-border': 'پیکان از مرز استخر یا زیرفرایند نمی\u200cگذرد',
  'fault.flow-into-start': 'هیچ پیکانی به آغاز نمی\u200cرسد',
  'fault.flow-out-of-end': 'هیچ پیکانی از پایان بیرون نمی\u200cرود',
  'fault.flow-into-boundary': 'هیچ پیکانی به رویداد لبهٔ گام نمی\u200cرسد',
  'fault.condition-missing': 'این راه خروج از انتخاب نه شرط دارد و نه پیش\u200cفرض است',
  'fault.condition-misplaced': 'این پیکان همیشه پیموده می\u200cشود؛ جای شرط پس از گام یا انتخاب است',
  'fault.condition-not-understood': 'شرط «{{expression}}» به زبان FEEL نیست: از نویسهٔ {{place}} خوانده نمی\u200cشود',
  'fault.default-elsewhere': 'پیکان پیش\u200cفرض «{{flow}}» از اینجا بیرون نمی\u200cرود',
  'fault.default-with-condition': 'شرط پیکان پیش\u200cفرض پرسیده نمی\u200cشود',
  'fault.link-without-name': 'پرش نام می\u200cخواهد تا سر دیگرش پیدا شود',
  'fault.link-without-partner': 'پرش «{{name}}» سر دیگری ندارد',
  'fault.link-twice': 'پرش «{{name}}» به چند جا می\u200cرسد',
  'fault.link-throw-goes-on': 'پرش از سر دیگرش ادامه می\u200cیابد؛ پیکانی از اینجا بیرون نمی\u200cرود',
  'fault.event-gateway-target': 'پس از درگاه منتظر تنها پیام، سیگنال و زمان می\u200cآید',
  'fault.trigger-missing': 'گفته نشده که این رویداد منتظر چیست',
  'fault.trigger-misplaced': 'جای رویدادی از این نوع اینجا نیست',
  'fault.error-must-interrupt': 'خطا همیشه آنچه را در آن رخ داده پایان می\u200cدهد',
  'fault.boundary-loose': 'این رویداد به گامی وصل نیست',
  'fault.message-without-name': 'پیام نام ندارد',
  'fault.signal-without-name': 'سیگنال نام ندارد',
  'fault.error-without-code': 'خطا کدی ندارد که با آن گرفته شود',
  'fault.name-is-expression':
    'نام «{{words}}» با «=» آغاز می\u200cشود، ولی نام به متغیرها وابسته نیست؛ کلید می\u200cتواند باشد',
  'fault.timer-missing': 'گفته نشده که چه هنگام',
  'fault.timer-twice': 'تاریخ، مدت و تکرار با هم نمی\u200cآیند',
  'fault.timer-not-understood':
    'زمان «{{words}}» خوانده نمی\u200cشود؛ نمونه\u200cها: 2026-12-01، 2026-12-01T09:00:00+03:30، P3D، PT4H، R3/PT1H',
  'fault.timer-not-working-time':
    'زمان کاری به هفته، روز، ساعت و دقیقه شمرده می\u200cشود و «{{words}}» چنین نیست؛ به جای آن روز یا ساعت، یا زمان پیوسته گذاشته شود',
  'fault.expression-not-understood': '«{{expression}}» به زبان FEEL نیست: از نویسهٔ {{place}} خوانده نمی\u200cشود',
  'fault.topic-missing': 'گفته نشده کدام سرویس این گام را انجام می\u200cدهد',
  'fault.script-missing': 'چیزی برای محاسبه نیست',
  'fault.script-in-other-language': 'اسکریپت به زبان «{{language}}» اجرا نمی\u200cشود؛ FEEL اجرا می\u200cشود',
  'fault.result-variable-missing': 'گفته نشده نتیجه در کدام متغیر نگه داشته می\u200cشود',
  'fault.decision-missing': 'این گام جدول تصمیم ندارد',
  'fault.decision-without-output': 'جدول تصمیم نمی\u200cگوید دربارهٔ چه تصمیم می\u200cگیرد',
  'fault.decision-rule-incomplete': 'قاعدهٔ {{rule}} جدول تصمیم کامل نیست',
  'fault.decision-cell-not-understood':
    '«{{expression}}» در قاعدهٔ {{rule}} به زبان FEEL نیست: از نویسهٔ {{place}} خوانده نمی\u200cشود',
  'fault.hit-policy-not-executed':
    'جدول تصمیم با سیاست «{{policy}}» اجرا نمی\u200cشود؛ unique، first و collect اجرا می\u200cشوند',
  'fault.called-process-missing': 'گفته نشده کدام فرایند فراخوانده می\u200cشود',
  'fault.loop-without-count': 'گفته نشده گام برای چه چیز یا چند بار انجام می\u200cشود',
  'fault.loop-without-condition': 'گفته نشده گام تا کی تکرار می\u200cشود',
  'fault.authority-without-action': 'مبلغ گفته شده ولی اقدامی که اختیار بخواهد نه؛ اختیار کسی پرسیده نمی\u200cشود',
  'fault.task-without-kind': 'گفته نشده این گام را چه کسی یا چه چیزی انجام می\u200cدهد؛ کار افراد به شمار می\u200cآید',
  'fault.unreachable': 'هیچ راهی از آغاز به اینجا نمی\u200cرسد',
  'fault.dead-end': 'راه اینجا بدون پایان می\u200cایستد',
  'fault.end-missing': 'پایانی ندارد',
  'fault.join-can-wait-forever':
    'منتظر همهٔ پیکان\u200cهاست، ولی پس از «{{split}}» شاید همه نرسند و پرونده برای همیشه اینجا بماند',
  'fault.merge-without-join':
    'راه\u200cهایی که در «{{split}}» جدا شده\u200cاند اینجا بی\u200cانتظار به هم می\u200cرسند و ادامه برای هر یک جداگانه رخ می\u200cدهد',
  'fault.gateway-superfluous': 'این درگاه با یک پیکان ورودی و یک خروجی کاری نمی\u200cکند',
  'fault.gateway-joins-and-splits': 'این درگاه هم\u200cزمان گرد می\u200cآورد و جدا می\u200cکند؛ دو درگاه خواناتر است',
  'fault.flow-twice': 'میان این دو پیکان دیگری هست',
  'fault.start-timer-counts-from-nothing':
    'مدت مبدأ می\u200cخواهد و پیش از آغاز چیزی نیست؛ تاریخ یا تکرار می\u200cتواند فرایند را آغاز کند',
  'fault.start-timer-too-often': '«{{cycle}}» در هر دقیقه بیش از یک پرونده آغاز می\u200cکند',
  'fault.cycle-fires-once': 'تکرار اینجا تنها یک بار رخ می\u200cدهد؛ مدت همان را می\u200cگوید',
  'fault.unit-missing': 'گفته نشده کدام واحد این گام را انجام می\u200cدهد؛ به واحد فرایند می\u200cرسد',
  'fault.hand-off-without-contract':
    'کار از واحد دیگری، واحد گام «{{step}}»، می\u200cرسد و گفته نشده چه چیزی تحویل می\u200cشود',
  'fault.message-key-missing': 'بدون کلید هر پرونده\u200cای که منتظر پیام است آن را می\u200cگیرد',
  'fault.name-missing': 'این نام ندارد',
  'fault.name-twice': 'گام دیگری هم «{{name}}» نام دارد',
  'fault.process-without-name': 'فرایند نام ندارد',
  'fault.shape-missing': 'این در فرایند هست ولی در ترسیم نیست',
  'fault.diagram-not-drawn': 'نمودار ترسیم ندارد و تنها محتوای آن هست',
  'fault.shapes-overlap': 'این شکل روی شکل دیگری افتاده است',
  'fault.shape-outside': 'این شکل بیرون از جایی است که به آن تعلق دارد',
};
