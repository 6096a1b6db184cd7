// Where a process stands in the classification, in words, with a way to the notice of its owner; an id that is not shipped is shown as such.
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { classificationQuery } from './use-coverage.ts';

export function Classified({ pcfId }: { pcfId: number }) {
  const t = useT();
  const text = useLocaleText();
  const { data } = useQuery(classificationQuery);
  const element = data?.elements.find((one) => one.pcfId === pcfId);
  if (!data) return <Ltr>{String(pcfId)}</Ltr>;
  if (!element) return <>{t('process-class.outside', { id: String(pcfId) })}</>;
  return (
    <>
      <Ltr>{element.number}</Ltr> · <bdi>{text(element.name)}</bdi> (<Ltr>{String(pcfId)}</Ltr>){' '}
      <PageLink to="/processes/coverage" title={data.notice} size="sm">
        <Ltr>© APQC</Ltr>
      </PageLink>
    </>
  );
}
