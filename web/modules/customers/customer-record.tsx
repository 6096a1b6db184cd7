// What is known of a customer, beside addresses and consents; what nobody said is left out.
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { languageNames } from '#web/lib/direction.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { UnitName } from '#web/modules/organisation/index.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { HiddenNote } from './hidden-note.tsx';
import type { Customer } from './use-customers.ts';
import { choiceFieldNames, useLists, useRegionName } from './use-lists.ts';

export function CustomerRecord({ customer }: { customer: Customer }) {
  const t = useT();
  const text = useLocaleText();
  const lists = useLists();
  const region = useRegionName(lists.regions);
  const choice = (id: string | null): string => text(lists.choices.find((one) => one.id === id)?.name);
  const { nationalId, externalId, birthDate, gender, regionId, address, responsible, responsibleUnitId } = customer;
  const own = lists.fields.filter((field) => field.key in customer.fields);
  return (
    <>
      <HiddenNote classes={customer.hidden} />
      <Facts>
        <Fact term={t('customer.stage')}>{t(`customer.stage.${customer.stage}`)}</Fact>
        <Known term={t(`customer.nationalId.${customer.kind}`)} value={nationalId && <Ltr>{nationalId}</Ltr>} />
        <Known term={t('customer.external-id')} value={externalId && <Ltr>{externalId}</Ltr>} />
        <Known term={t('customer.birthDate')} value={birthDate && <DateText value={birthDate} />} />
        <Known term={t('customer.gender')} value={gender && t(`customer.gender.${gender}`)} />
        {choiceFieldNames.map((name) => (
          <Known
            key={name}
            term={t(`customer.${name}`)}
            value={choice(customer[name]) && <bdi>{choice(customer[name])}</bdi>}
          />
        ))}
        <Known term={t('customer.regionId')} value={regionId && <bdi>{region(regionId)}</bdi>} />
        <Known term={t('customer.address')} value={address && <UserText>{address}</UserText>} />
        <Known term={t('customer.responsible')} value={responsible && <bdi>{responsible.name}</bdi>} />
        <Known
          term={t('customer.responsibleUnitId')}
          value={responsibleUnitId && <UnitName id={responsibleUnitId} />}
        />
        <Fact term={t('customer.language')}>
          <bdi lang={customer.language}>{languageNames[customer.language]}</bdi>
        </Fact>
        <Fact term={t('customer.registered')}>
          <DateText value={customer.registeredAt} />
        </Fact>
      </Facts>
      {own.length > 0 ? (
        <>
          <Title order={3} size="h4" mt="md" mb="xs">
            {t('customer.own-fields')}
          </Title>
          <Facts>
            {own.map((field) => (
              <Fact key={field.id} term={text(field.name)}>
                <OwnValue field={field} value={customer.fields[field.key]} />
              </Fact>
            ))}
          </Facts>
        </>
      ) : null}
    </>
  );
}

function Known({ term, value }: { term: string; value: ReactNode }) {
  return value ? <Fact term={term}>{value}</Fact> : null;
}

type OwnValueProps = {
  field: ReturnType<typeof useLists>['fields'][number];
  value: string | number | boolean | undefined;
};

function OwnValue({ field, value }: OwnValueProps) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  if (typeof value === 'boolean') return t(value ? 'customer.yes' : 'customer.no');
  if (typeof value === 'number') return format.number(value, Number.isInteger(value) ? 0 : 2);
  if (field.type === 'date' && value) return <DateText value={value} />;
  if (field.type === 'choice') return <bdi>{text(field.choices.find((one) => one.key === value)?.name)}</bdi>;
  return <bdi>{value ?? ''}</bdi>;
}
