// A rule to read: groups as lists under their word, conditions as sentences.
import type { Rule, RuleGroup } from '#contract/segments.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './segments.module.css';
import { useRuleWords } from './rule-words.ts';
import { useFields } from './use-tree.ts';

export function RuleText({ rule }: { rule: RuleGroup }) {
  const t = useT();
  const { conditionWords } = useRuleWords(useFields());
  const lines = (group: RuleGroup) => (
    <>
      <p className={classes['group-word']}>
        {group.rules.length === 0 ? t(`segment.empty.${group.type}`) : t(`segment.group.${group.type}`)}
      </p>
      {group.rules.length > 0 ? (
        <ul className={classes['rule-lines']}>
          {group.rules.map((one: Rule, index) => (
            // A rule that is read has no other name than its place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{one.type === 'condition' ? <bdi>{conditionWords(one)}</bdi> : lines(one)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
  return <div className={classes['rule']}>{lines(rule)}</div>;
}
