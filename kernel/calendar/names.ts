// Names of months, week days and eras in three languages: one table for writing and for reading dates, the same in every browser.
import type { CalendarName, Language } from './settings.ts';

/**
 * As Unicode CLDR 48 has them, but for Persian months in Arabic and the era of the Persian calendar there, where its old
 * transcriptions ("شهرفار", "آيان") are wrong. A test compares the table with Intl.
 */
export const monthNames: Record<Language, Record<CalendarName, readonly string[]>> = {
  ar: {
    gregory: split('يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر'),
    'islamic-umalqura': split(
      'محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة',
    ),
    persian: split('فروردين|أرديبهشت|خرداد|تير|مرداد|شهريور|مهر|آبان|آذر|دي|بهمن|إسفند'),
  },
  fa: {
    gregory: split('ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر'),
    'islamic-umalqura': split('محرم|صفر|ربیع‌الاول|ربیع‌الثانی|جمادی‌الاول|جمادی‌الثانی|رجب|شعبان|رمضان|شوال|ذیقعده|ذیحجه'),
    persian: split('فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند'),
  },
  en: {
    gregory: split('January|February|March|April|May|June|July|August|September|October|November|December'),
    'islamic-umalqura': split(
      'Muharram|Safar|Rabiʻ I|Rabiʻ II|Jumada I|Jumada II|Rajab|Shaʻban|Ramadan|Shawwal|Dhuʻl-Qiʻdah|Dhuʻl-Hijjah',
    ),
    persian: split('Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand'),
  },
};

/** Only English shortens months; Arabic and Persian write them out. */
export const shortGregorianMonths = split('Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec');

/** From Sunday. */
export const weekdayNames: Record<Language, readonly string[]> = {
  ar: split('الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت'),
  fa: split('یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه'),
  en: split('Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday'),
};

/** From Sunday: what stands above the columns of a month. */
export const weekdayLetters: Record<Language, readonly string[]> = {
  ar: split('ح|ن|ث|ر|خ|ج|س'),
  fa: split('ی|د|س|چ|پ|ج|ش'),
  en: split('S|M|T|W|T|F|S'),
};

/** Said after the year. The Gregorian one only where two calendars stand side by side. */
export const eras: Record<Language, Record<CalendarName, string>> = {
  ar: { gregory: 'م', 'islamic-umalqura': 'هـ', persian: 'هـ.ش' },
  fa: { gregory: 'م', 'islamic-umalqura': 'ه‍.ق.', persian: 'ه‍.ش.' },
  en: { gregory: 'CE', 'islamic-umalqura': 'AH', persian: 'AP' },
};

/** Other names people write; read, never written. Month number from 1. Beside each region's own the common misspellings. */
export const otherMonthNames: Record<CalendarName, ReadonlyArray<readonly [names: string, month: number]>> = {
  gregory: [
    ['كانون الثاني|جانفي|جنوري|Jan', 1],
    ['شباط|فيفري|Feb', 2],
    ['آذار|Mar', 3],
    ['نيسان|إبريل|أفريل|Apr', 4],
    ['أيار|ماي|می', 5],
    ['حزيران|جوان|Jun', 6],
    ['تموز|جويلية|یولیو|جولای|Jul', 7],
    ['آب|أوت|آگوست|اگست|Aug', 8],
    ['أيلول|Sep|Sept', 9],
    ['تشرين الأول|اكتوبر|Oct', 10],
    ['تشرين الثاني|Nov', 11],
    ['كانون الأول|Dec', 12],
  ],
  'islamic-umalqura': [
    ['المحرم|محرم الحرام', 1],
    ['ربيع أول|ربیع الاول|Rabi I|Rabi al-Awwal', 3],
    ['ربيع ثاني|ربيع الثاني|ربیع الثانی|Rabi II|Rabi al-Thani', 4],
    ['جمادى الأول|جماد الأول|جمادى الاولى|Jumada al-Ula', 5],
    ['جمادى الثانية|جماد الآخر|جمادى الثاني|جماد الثاني|جمادى الآخر|Jumada al-Akhirah', 6],
    ["Sha'ban|Shaban|شعبان المعظم", 8],
    ['رمضان المبارك|Ramadhan', 9],
    ['ذي القعدة|ذوالقعدة|ذی القعده|Dhu al-Qadah|Dhul Qadah', 11],
    ['ذي الحجة|ذوالحجة|ذی الحجه|Dhu al-Hijjah|Dhul Hijjah', 12],
  ],
  persian: [
    ['أردبيهشت', 2],
    ['امرداد', 5],
    ['اسفندماه|اسفند ماه', 12],
  ],
};

function split(list: string): readonly string[] {
  return list.split('|');
}
