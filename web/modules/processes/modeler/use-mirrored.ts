// Whether diagrams are shown mirrored: from the right for whoever reads from the right, unless the reader chose otherwise on this device.
import { useLocalStorage } from '@mantine/hooks';
import { directionOf } from '#web/lib/direction.ts';
import { useLanguage } from '#web/lib/i18n.ts';

export function useMirrored(): readonly [mirrored: boolean, choose: (mirrored: boolean) => void] {
  const fromRight = directionOf(useLanguage()) === 'rtl';
  const [chosen, choose] = useLocalStorage<'mirrored' | 'as-stored' | ''>({
    key: fromRight ? 'rida.diagram.from-right' : 'rida.diagram.from-left',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  return [chosen === '' ? fromRight : chosen === 'mirrored', (mirrored) => choose(mirrored ? 'mirrored' : 'as-stored')];
}
