// The app's and the portal's own texts, so that a journey finds what a person reads and outlives a change of wording.
import { countryPacks } from '#kernel/country-packs.ts';
import { nameCustomer } from '#kernel/customer-word.ts';
import { publicTexts } from '#modules/knowledge/public-texts.ts';
import { messages as appAr } from '#web/app/messages.ar.ts';
import { messages as appEn } from '#web/app/messages.en.ts';
import { messages as appFa } from '#web/app/messages.fa.ts';
import type { MessageKey } from '#web/lib/messages.ts';
import { messages as authorityAr } from '#web/modules/authority/messages.ar.ts';
import { messages as lateAuthorityAr } from '#web/modules/authority/page-texts/messages.ar.ts';
import { messages as authorityEn } from '#web/modules/authority/messages.en.ts';
import { messages as lateAuthorityEn } from '#web/modules/authority/page-texts/messages.en.ts';
import { messages as authorityFa } from '#web/modules/authority/messages.fa.ts';
import { messages as lateAuthorityFa } from '#web/modules/authority/page-texts/messages.fa.ts';
import { messages as lateCasesAr } from '#web/modules/cases/page-texts/messages.ar.ts';
import { messages as casesAr } from '#web/modules/cases/messages.ar.ts';
import { messages as lateCasesEn } from '#web/modules/cases/page-texts/messages.en.ts';
import { messages as casesEn } from '#web/modules/cases/messages.en.ts';
import { messages as lateCasesFa } from '#web/modules/cases/page-texts/messages.fa.ts';
import { messages as casesFa } from '#web/modules/cases/messages.fa.ts';
import { messages as catalogueAr } from '#web/modules/catalogue/messages.ar.ts';
import { messages as cataloguePagesAr } from '#web/modules/catalogue/page-texts/messages.ar.ts';
import { messages as catalogueEn } from '#web/modules/catalogue/messages.en.ts';
import { messages as cataloguePagesEn } from '#web/modules/catalogue/page-texts/messages.en.ts';
import { messages as catalogueFa } from '#web/modules/catalogue/messages.fa.ts';
import { messages as cataloguePagesFa } from '#web/modules/catalogue/page-texts/messages.fa.ts';
import { messages as channelsAr } from '#web/modules/channels/messages.ar.ts';
import { messages as channelsEn } from '#web/modules/channels/messages.en.ts';
import { messages as channelsFa } from '#web/modules/channels/messages.fa.ts';
import { messages as customersAr } from '#web/modules/customers/messages.ar.ts';
import { messages as duplicatesAr } from '#web/modules/duplicates/messages.ar.ts';
import { messages as customersEn } from '#web/modules/customers/messages.en.ts';
import { messages as duplicatesEn } from '#web/modules/duplicates/messages.en.ts';
import { messages as customersFa } from '#web/modules/customers/messages.fa.ts';
import { messages as importsAr } from '#web/modules/imports/messages.ar.ts';
import { messages as importsEn } from '#web/modules/imports/messages.en.ts';
import { messages as importsFa } from '#web/modules/imports/messages.fa.ts';
import { messages as duplicatesFa } from '#web/modules/duplicates/messages.fa.ts';
import { messages as formsAr } from '#web/modules/forms/messages.ar.ts';
import { messages as purchasePagesAr } from '#web/modules/purchases/page-texts/messages.ar.ts';
import { messages as segmentPagesAr } from '#web/modules/segments/page-texts/messages.ar.ts';
import { messages as formPagesAr } from '#web/modules/forms/page-texts/messages.ar.ts';
import { messages as knowledgeAr } from '#web/modules/knowledge/messages.ar.ts';
import { messages as knowledgePagesAr } from '#web/modules/knowledge/page-texts/messages.ar.ts';
import { messages as formsEn } from '#web/modules/forms/messages.en.ts';
import { messages as purchasePagesEn } from '#web/modules/purchases/page-texts/messages.en.ts';
import { messages as segmentPagesEn } from '#web/modules/segments/page-texts/messages.en.ts';
import { messages as formPagesEn } from '#web/modules/forms/page-texts/messages.en.ts';
import { messages as knowledgeEn } from '#web/modules/knowledge/messages.en.ts';
import { messages as knowledgePagesEn } from '#web/modules/knowledge/page-texts/messages.en.ts';
import { messages as formsFa } from '#web/modules/forms/messages.fa.ts';
import { messages as purchasePagesFa } from '#web/modules/purchases/page-texts/messages.fa.ts';
import { messages as segmentPagesFa } from '#web/modules/segments/page-texts/messages.fa.ts';
import { messages as formPagesFa } from '#web/modules/forms/page-texts/messages.fa.ts';
import { messages as knowledgeFa } from '#web/modules/knowledge/messages.fa.ts';
import { messages as knowledgePagesFa } from '#web/modules/knowledge/page-texts/messages.fa.ts';
import { messages as notificationsAr } from '#web/modules/notifications/messages.ar.ts';
import { messages as operationsAr } from '#web/modules/operations/messages.ar.ts';
import { messages as notificationsEn } from '#web/modules/notifications/messages.en.ts';
import { messages as operationsEn } from '#web/modules/operations/messages.en.ts';
import { messages as notificationsFa } from '#web/modules/notifications/messages.fa.ts';
import { messages as operationsFa } from '#web/modules/operations/messages.fa.ts';
import { messages as organisationAr } from '#web/modules/organisation/messages.ar.ts';
import { messages as organisationEn } from '#web/modules/organisation/messages.en.ts';
import { messages as organisationFa } from '#web/modules/organisation/messages.fa.ts';
import { messages as processesAr } from '#web/modules/processes/messages.ar.ts';
import { messages as processMigrationsAr } from '#web/modules/processes/migration-texts/messages.ar.ts';
import { messages as processPagesAr } from '#web/modules/processes/page-texts/messages.ar.ts';
import { messages as processCoverageAr } from '#web/modules/processes/coverage-map/messages.ar.ts';
import { messages as processTemplatesAr } from '#web/modules/processes/templates/messages.ar.ts';
import { messages as processThreadsAr } from '#web/modules/processes/threads/messages.ar.ts';
import { messages as purchasesAr } from '#web/modules/purchases/messages.ar.ts';
import { messages as segmentsAr } from '#web/modules/segments/messages.ar.ts';
import { messages as lateServiceLevelsAr } from '#web/modules/service-levels/page-texts/messages.ar.ts';
import { messages as serviceLevelsAr } from '#web/modules/service-levels/messages.ar.ts';
import { messages as segmentsEn } from '#web/modules/segments/messages.en.ts';
import { messages as lateServiceLevelsEn } from '#web/modules/service-levels/page-texts/messages.en.ts';
import { messages as serviceLevelsEn } from '#web/modules/service-levels/messages.en.ts';
import { messages as segmentsFa } from '#web/modules/segments/messages.fa.ts';
import { messages as lateServiceLevelsFa } from '#web/modules/service-levels/page-texts/messages.fa.ts';
import { messages as serviceLevelsFa } from '#web/modules/service-levels/messages.fa.ts';
import { messages as portalAr } from '#web/portal/messages.ar.ts';
import { messages as processesEn } from '#web/modules/processes/messages.en.ts';
import { messages as processMigrationsEn } from '#web/modules/processes/migration-texts/messages.en.ts';
import { messages as processPagesEn } from '#web/modules/processes/page-texts/messages.en.ts';
import { messages as processCoverageEn } from '#web/modules/processes/coverage-map/messages.en.ts';
import { messages as processTemplatesEn } from '#web/modules/processes/templates/messages.en.ts';
import { messages as processThreadsEn } from '#web/modules/processes/threads/messages.en.ts';
import { messages as purchasesEn } from '#web/modules/purchases/messages.en.ts';
import { messages as portalEn } from '#web/portal/messages.en.ts';
import { messages as processesFa } from '#web/modules/processes/messages.fa.ts';
import { messages as processMigrationsFa } from '#web/modules/processes/migration-texts/messages.fa.ts';
import { messages as processPagesFa } from '#web/modules/processes/page-texts/messages.fa.ts';
import { messages as processCoverageFa } from '#web/modules/processes/coverage-map/messages.fa.ts';
import { messages as processTemplatesFa } from '#web/modules/processes/templates/messages.fa.ts';
import { messages as processThreadsFa } from '#web/modules/processes/threads/messages.fa.ts';
import { messages as purchasesFa } from '#web/modules/purchases/messages.fa.ts';
import { messages as portalFa } from '#web/portal/messages.fa.ts';
import { messages as uiAr } from '#web/ui/messages.ar.ts';
import { messages as uiEn } from '#web/ui/messages.en.ts';
import { messages as uiFa } from '#web/ui/messages.fa.ts';

export type JourneyLanguage = 'ar' | 'fa' | 'en';
export const journeyLanguages: readonly JourneyLanguage[] = ['ar', 'fa', 'en'];

type Values = Record<string, string | RegExp>;
type PortalKey = keyof typeof portalEn;
type Texts = Record<string, string | object>;

export type Words<Key> = {
  /** A text without values, as it is. */
  say: (key: Key) => string;
  /** A whole text with values in it: a value not given may be anything, and each plural form will do. */
  like: (key: Key, values?: Values) => RegExp;
  /** The same, anywhere in a longer text. */
  within: (key: Key, values?: Values) => RegExp;
};

const app: Record<JourneyLanguage, Texts> = {
  ar: Object.assign(
    {},
    appAr,
    uiAr,
    authorityAr,
    lateAuthorityAr,
    casesAr,
    lateCasesAr,
    catalogueAr,
    cataloguePagesAr,
    segmentsAr,
    serviceLevelsAr,
    lateServiceLevelsAr,
    channelsAr,
    customersAr,
    importsAr,
    duplicatesAr,
    formsAr,
    formPagesAr,
    purchasePagesAr,
    segmentPagesAr,
    knowledgeAr,
    knowledgePagesAr,
    notificationsAr,
    operationsAr,
    organisationAr,
    processesAr,
    processPagesAr,
    processMigrationsAr,
    processCoverageAr,
    processTemplatesAr,
    processThreadsAr,
    purchasesAr,
  ) as Texts,
  fa: Object.assign(
    {},
    appFa,
    uiFa,
    authorityFa,
    lateAuthorityFa,
    casesFa,
    lateCasesFa,
    catalogueFa,
    cataloguePagesFa,
    segmentsFa,
    serviceLevelsFa,
    lateServiceLevelsFa,
    channelsFa,
    customersFa,
    importsFa,
    duplicatesFa,
    formsFa,
    formPagesFa,
    purchasePagesFa,
    segmentPagesFa,
    knowledgeFa,
    knowledgePagesFa,
    notificationsFa,
    operationsFa,
    organisationFa,
    processesFa,
    processPagesFa,
    processMigrationsFa,
    processCoverageFa,
    processTemplatesFa,
    processThreadsFa,
    purchasesFa,
  ) as Texts,
  en: Object.assign(
    {},
    appEn,
    uiEn,
    authorityEn,
    lateAuthorityEn,
    casesEn,
    lateCasesEn,
    catalogueEn,
    cataloguePagesEn,
    segmentsEn,
    serviceLevelsEn,
    lateServiceLevelsEn,
    channelsEn,
    customersEn,
    importsEn,
    duplicatesEn,
    formsEn,
    formPagesEn,
    purchasePagesEn,
    segmentPagesEn,
    knowledgeEn,
    knowledgePagesEn,
    notificationsEn,
    operationsEn,
    organisationEn,
    processesEn,
    processPagesEn,
    processMigrationsEn,
    processCoverageEn,
    processTemplatesEn,
    processThreadsEn,
    purchasesEn,
  ) as Texts,
};
const portal: Record<JourneyLanguage, Texts> = { ar: portalAr, fa: portalFa, en: portalEn };

/** `word`: what the organisation calls its customers; that of the journeys is Saudi, and nobody changed it. */
export function appWords(language: JourneyLanguage, word = countryPacks.SA.customerWord): Words<MessageKey> {
  const named = Object.entries(app[language]).map(([key, text]) => [
    key,
    typeof text === 'string' ? nameCustomer(text, language, word) : text,
  ]);
  return wordsOf(Object.fromEntries(named) as Texts);
}

export function portalWords(language: JourneyLanguage): Words<PortalKey> {
  return wordsOf(portal[language]);
}

/** Of the public knowledge base, which the server writes. */
export function publicWords(language: JourneyLanguage): Words<keyof typeof publicTexts.en> {
  return wordsOf(publicTexts[language]);
}

function wordsOf<Key extends string>(texts: Texts): Words<Key> {
  const forms = (key: string): string[] => {
    const text = texts[key];
    if (typeof text === 'string') return [text];
    const found: string[] = text
      ? Object.values(text)
      : plurals.map((plural) => texts[`${key}_${plural}`]).filter((one): one is string => typeof one === 'string');
    if (found.length === 0) throw new Error(`nobody wrote the text "${key}"`);
    return found;
  };
  const source = (key: Key, values: Values): string =>
    `(?:${forms(key)
      .map((text) => patternOf(text, values))
      .join('|')})`;
  return {
    say: (key) => forms(key)[0]!,
    like: (key, values = {}) => new RegExp(`^\\s*${source(key, values)}\\s*$`, 'u'),
    within: (key, values = {}) => new RegExp(source(key, values), 'u'),
  };
}

const plurals = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Around inserted values the product writes bidi isolates; a screen reader and a test read over them. */
const isolates = '[\\u2066-\\u2069]*';

function patternOf(text: string, values: Values): string {
  return text
    .split(/(\{\{?\w+(?:, ?\w+)?\}?\})/)
    .map((part) => {
      const name = /^\{\{?(\w+)/.exec(part)?.[1];
      if (!name) return escaped(part);
      const value = values[name];
      return `${isolates}${value === undefined ? '.+?' : value instanceof RegExp ? value.source : escaped(value)}${isolates}`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
}
