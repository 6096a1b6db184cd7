// The name of a unit in the reader's language, by its id.
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useUnits } from './use-structure.ts';

export function UnitName({ id }: { id: string }) {
  const text = useLocaleText();
  const unit = useUnits().find((candidate) => candidate.id === id);
  return <bdi>{unit ? text(unit.name) : ''}</bdi>;
}
