// Some people by name, as a sentence would list them.
import { useLanguage } from '#web/lib/i18n.ts';

export function NamesOf({ people }: { people: readonly { id: string; name: string }[] }) {
  const comma = useLanguage() === 'en' ? ', ' : '، ';
  return people.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 ? comma : ''}
      <bdi>{name}</bdi>
    </span>
  ));
}
