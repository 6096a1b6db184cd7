// The one navigation: the five verbs as sections, in each the places a person may see.
import { Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import classes from './shell.module.css';
import { useNavigation } from './use-navigation.ts';

export function Navigation() {
  const t = useT();
  return useNavigation().map(({ section, entries }) => (
    <section key={section} className={classes['group']} aria-labelledby={`section-${section}`}>
      <h2 id={`section-${section}`} className={classes['section']}>
        {t(`app.section.${section}`)}
      </h2>
      <ul className={classes['list']}>
        {entries.map(({ to, labelKey, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes['link']}
              // The pages below it are its own, unless one of them has a place beside it.
              activeOptions={{
                exact: entries.some((other) => other.to.startsWith(`${to}/`)),
                includeSearch: false,
              }}
            >
              <Icon size={20} stroke={1.6} aria-hidden />
              {t(labelKey)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}
