// The map of coverage as a file for spreadsheets, in one language: the notice of the framework's owner stands above its ids.
import type { Language, LocaleText } from '#contract/common.ts';
import type { Coverage, CoverageElement, CoverageState, CoveringModel } from '#contract/process-coverage.ts';
import type { ModelStatus } from '#contract/processes.ts';

type Words = {
  head: readonly string[];
  states: Record<CoverageState, string>;
  statuses: Record<ModelStatus, string>;
  twice: string;
  unclassified: string;
  outside: string;
  fewHandOffs: string;
};

const words: Record<Language, Words> = {
  ar: {
    head: [
      'رقم PCF',
      'الموضع',
      'عنصر التصنيف',
      'التغطية',
      'السبب',
      'العملية',
      'المُعرِّف',
      'المالك',
      'الوحدة',
      'الحالة',
      'النسخة',
      'قيد التنفيذ',
      'متأخر',
      'اكتمل في ٩٠ يومًا',
      'تسليم مرفوض في ٩٠ يومًا',
    ],
    states: {
      running: 'مغطى ويعمل',
      declared: 'معلن ولا يعمل',
      parts: 'بعض أجزائه مغطى',
      within: 'ضمن عملية أعم',
      excluded: 'غير معمول به قصدًا',
      missing: 'غير معمول به',
    },
    statuses: { draft: 'مسودة', 'in-force': 'سارية', retired: 'مسحوبة' },
    twice: 'مكرر',
    unclassified: 'غير مصنَّف',
    outside: 'خارج الجزء المرفق من التصنيف',
    fewHandOffs: 'أقل من خمسة',
  },
  fa: {
    head: [
      'شناسهٔ PCF',
      'جایگاه',
      'عنصر رده‌بندی',
      'پوشش',
      'دلیل',
      'فرایند',
      'شناسه',
      'مالک',
      'واحد',
      'وضعیت',
      'نسخه',
      'در حال اجرا',
      'دیرکرده',
      'پایان‌یافته در ۹۰ روز',
      'تحویل ردشده در ۹۰ روز',
    ],
    states: {
      running: 'پوشش دارد و اجرا می‌شود',
      declared: 'اعلام شده و اجرا نمی‌شود',
      parts: 'بخشی از آن پوشش دارد',
      within: 'درون فرایندی کلی‌تر',
      excluded: 'به‌عمد انجام نمی‌شود',
      missing: 'انجام نمی‌شود',
    },
    statuses: { draft: 'پیش‌نویس', 'in-force': 'لازم‌الاجرا', retired: 'کنارگذاشته' },
    twice: 'دوباره‌کاری',
    unclassified: 'رده‌بندی‌نشده',
    outside: 'بیرون از بخش همراه رده‌بندی',
    fewHandOffs: 'کمتر از پنج',
  },
  en: {
    head: [
      'PCF ID',
      'Hierarchy ID',
      'Element of the classification',
      'Coverage',
      'Reason',
      'Process',
      'Key',
      'Owner',
      'Unit',
      'Status',
      'Version',
      'Running',
      'Overdue',
      'Done in 90 days',
      'Hand-offs refused in 90 days',
    ],
    states: {
      running: 'Covered and running',
      declared: 'Declared, not running',
      parts: 'Covered in part',
      within: 'Within a wider process',
      excluded: 'Not done here on purpose',
      missing: 'Not done here',
    },
    statuses: { draft: 'Draft', 'in-force': 'In force', retired: 'Retired' },
    twice: 'done twice',
    unclassified: 'Not classified',
    outside: 'Outside the shipped part of the classification',
    fewHandOffs: 'fewer than five',
  },
};

type Cell = string | number | null;

/** A line for each process at its element, and one for each element without any. */
export function coverageFile(coverage: Coverage, language: Language): string {
  const say = words[language];
  const written = (text: LocaleText): string => text[language] || text.ar || text.fa || text.en || '';
  const ofModel = (model: CoveringModel): Cell[] => [
    written(model.name),
    model.key,
    model.owner.name,
    written(model.unit.name),
    say.statuses[model.status],
    model.version,
    model.running,
    model.overdue,
    model.done,
    model.refused ?? say.fewHandOffs,
  ];
  const ofElement = (element: CoverageElement): Cell[][] => {
    const state = say.states[element.state] + (element.twice ? ` (${say.twice})` : '');
    const first = [element.pcfId, element.number, written(element.name), state, element.exclusion?.reason ?? null];
    return element.models.length === 0 ? [first] : element.models.map((model) => [...first, ...ofModel(model)]);
  };
  const loose = (models: readonly CoveringModel[], state: string): Cell[][] =>
    models.map((model) => [model.pcfId, null, null, state, null, ...ofModel(model)]);
  const lines: Cell[][] = [
    [coverage.notice],
    [coverage.edition],
    [...say.head],
    ...coverage.elements.flatMap(ofElement),
    ...loose(coverage.outside, say.outside),
    ...loose(coverage.unclassified, say.unclassified),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null || typeof cell === 'number') return String(cell ?? '');
  // A name that begins like a formula must not become one.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
