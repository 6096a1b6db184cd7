// The variables of reply templates: their names in the reader's language, and an invented case to show them with.
import { useMemo } from 'react';
import type { Language } from '#contract/common.ts';
import { TemplateVariable } from '#contract/reply-templates.ts';
import { currentFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';

export function useTemplateVariables(): readonly { name: TemplateVariable; label: string }[] {
  const t = useT();
  return useMemo(
    () => TemplateVariable.options.map((name) => ({ name, label: t(`reply-template.variable.${name}`) })),
    [t],
  );
}

type Example = Omit<Record<TemplateVariable, string>, 'case.registered' | 'due.answer' | 'due.resolution' | 'today'>;

const examples: Record<Language, Example> = {
  ar: {
    'customer.name': 'منى الشهري',
    'customer.courtesy': 'الأستاذة منى الشهري',
    'case.number': '1448-000123',
    'case.trackingCode': 'K7QM-4XTP-9R2B',
    'case.subject': 'تأخر وصول الطلب',
    'case.category': 'التوصيل',
    'case.product': 'التوصيل السريع',
    'organisation.name': 'مؤسسة المثال',
    'unit.name': 'خدمة العملاء',
    'agent.name': 'سالم القحطاني',
    'portal.link': 'https://example.org/portal/example',
  },
  fa: {
    'customer.name': 'مریم احمدی',
    'customer.courtesy': 'سرکار خانم مریم احمدی',
    'case.number': '1405-000123',
    'case.trackingCode': 'K7QM-4XTP-9R2B',
    'case.subject': 'دیر رسیدن سفارش',
    'case.category': 'ارسال',
    'case.product': 'ارسال سریع',
    'organisation.name': 'سازمان نمونه',
    'unit.name': 'امور مشتریان',
    'agent.name': 'رضا کریمی',
    'portal.link': 'https://example.org/portal/example',
  },
  en: {
    'customer.name': 'Mona Miller',
    'customer.courtesy': 'Ms Mona Miller',
    'case.number': '2026-000123',
    'case.trackingCode': 'K7QM-4XTP-9R2B',
    'case.subject': 'The order came late',
    'case.category': 'Delivery',
    'case.product': 'Express delivery',
    'organisation.name': 'Sample organisation',
    'unit.name': 'Customer service',
    'agent.name': 'Sam Carter',
    'portal.link': 'https://example.org/portal/example',
  },
};

const dayMs = 86_400_000;

/** What each variable would say in that language. */
export function exampleValues(language: Language): (name: string) => string {
  const inDays = (days: number) => currentFormat().date(new Date(Date.now() + days * dayMs).toISOString());
  const days: Record<string, number> = { 'case.registered': -2, 'due.answer': 1, 'due.resolution': 5, today: 0 };
  return (name) => {
    const day = days[name];
    return day === undefined ? ((examples[language] as Record<string, string>)[name] ?? `{{${name}}}`) : inDays(day);
  };
}
