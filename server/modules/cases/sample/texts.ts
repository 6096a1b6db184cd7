// Chooses the words of a sample case: what a customer opens with, what staff answer, and what the customer says to that.
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import type { Random } from '#platform/random.ts';
import { openings } from './openings.ts';
import { confirmations, disputeReasons, resolutionAnswers, secondAnswers } from './replies.ts';
import { contradictoryConfirmations, greetings, signOffs, withdrawalReasons } from './texts-customer-messages.ts';
import { setPhraseAnswers } from './texts-staff-messages.ts';

export type Opening = {
  category: string;
  kind: CaseKind;
  from: 'person' | 'company' | 'any';
  sex: 'male' | 'female' | 'any';
  register: string;
  subject: string;
  body: string;
};
type Reply = { category: string; kinds: readonly string[]; text: string; quality?: string };
/** What a text is chosen for; `used` remembers what this case, or this customer, had already. */
export type About = { language: Language; category: string; parent: string | null; kind: CaseKind; used: Set<string> };

const ownGreeting =
  /^(?:السلام|السادة|تحية|مرحب|هلا|صباح|مساء|سلام|با سلام|درود|عرض سلام|Dear|Hi|Hello|Good (?:morning|evening|day))/;
/** Answers in which the writer presents himself as the head of the subject's own department. */
const speaksAsHead = /أنا رئيس|بصفتي مدير|رئیس خدمات|مدیر خدمات|رئیس واحد|من رئیس|I am the head|as head of|I head /i;

export type Texts = ReturnType<typeof sampleTexts>;

export function sampleTexts(random: Random) {
  const timesUsed = new Map<string, number>();

  /** One of the least worn that this case did not have yet. */
  function choose<T>(items: readonly T[], textOf: (item: T) => string, used?: Set<string>): T | undefined {
    const unused = items.filter((item) => !used?.has(textOf(item)));
    const left = unused.length > 0 ? unused : items;
    if (left.length === 0) return undefined;
    const least = Math.min(...left.map((item) => timesUsed.get(textOf(item)) ?? 0));
    const fresh = left.filter((item) => (timesUsed.get(textOf(item)) ?? 0) <= least + 1);
    const chosen = random.pick(fresh);
    timesUsed.set(textOf(chosen), (timesUsed.get(textOf(chosen)) ?? 0) + 1);
    used?.add(textOf(chosen));
    return chosen;
  }

  const reply = (items: readonly Reply[], about: About): string | undefined =>
    choose(
      items.filter(
        (one) => (one.category === about.category || one.category === about.parent) && one.kinds.includes(about.kind),
      ),
      (one) => one.text,
      about.used,
    )?.text;
  const ofGroup = (
    items: readonly { group: string; text: string; tone?: string }[],
    about: About,
    tone?: string,
  ): string | undefined =>
    choose(
      items.filter((one) => (one.group === 'any' || one.group === about.parent) && (!tone || one.tone === tone)),
      (one) => one.text,
      about.used,
    )?.text;

  return {
    choose,
    /** Undefined when such a customer has nothing to write about the category. */
    opening(
      category: string,
      writer: { language: Language; kind: 'person' | 'company'; sex: 'male' | 'female' | null },
      used: Set<string>,
    ): Opening | undefined {
      const fitting = (openings[writer.language] as readonly Opening[]).filter(
        (one) =>
          one.category === category &&
          (one.from === 'any' || one.from === writer.kind) &&
          (one.sex === 'any' || one.sex === writer.sex),
      );
      return choose(fitting, (one) => one.body, used);
    },

    /** The opening as it was sent: what is written begins with a greeting and ends with a wish, what is said does not. */
    dressed(opening: Opening, language: Language, spoken: boolean): string {
      if (spoken) return opening.body;
      const of = <T extends { register: string; text: string }>(all: readonly T[]): T[] =>
        all.filter((one) => one.register === opening.register);
      const welcome = of<{ register: string; text: string }>(greetings[language]);
      const wish = of<{ register: string; text: string }>(signOffs[language]);
      const greets =
        welcome.length > 0 && opening.register !== 'angry' && !ownGreeting.test(opening.body) && random.chance(0.6);
      const wishes = wish.length > 0 && random.chance(0.35);
      return [greets ? random.pick(welcome).text : '', opening.body, wishes ? random.pick(wish).text : '']
        .filter((part) => part !== '')
        .join('\n');
    },

    /** A claim's answer: to the point, or one of the phrases that fit everything. */
    answer(about: About, setPhrase: boolean): string {
      const all = (resolutionAnswers[about.language] as readonly Reply[]).filter(
        (one) => (one.quality === 'set-phrase') === setPhrase,
      );
      if (setPhrase && random.chance(0.5)) return random.pick(setPhraseAnswers[about.language]);
      return reply(all, about) ?? random.pick(setPhraseAnswers[about.language]);
    },

    /** What a higher person writes after a dispute; `asHead`: the writer heads the department of the subject. */
    secondAnswer(about: About, asHead: boolean): string {
      const fitting = (secondAnswers[about.language] as readonly Reply[]).filter(
        (one) => asHead || !speaksAsHead.test(one.text),
      );
      const open = fitting.filter((one) => !about.used.has(one.text));
      return reply(open, about) ?? this.answer(about, false);
    },

    dispute: (about: About): string =>
      reply(disputeReasons[about.language], about) ??
      random.pick<{ text: string }>(disputeReasons[about.language]).text,
    /** Says yes and means no. */
    contradiction: (about: About): string | undefined => ofGroup(contradictoryConfirmations[about.language], about),
    withdrawal: (about: About): string =>
      ofGroup(withdrawalReasons[about.language], about) ??
      random.pick<{ text: string }>(withdrawalReasons[about.language]).text,
    confirmation: (about: About, waitedLong: boolean): string | undefined =>
      ofGroup(
        confirmations[about.language],
        about,
        waitedLong && random.chance(0.6) ? 'tired' : random.pick(['glad', 'glad', 'plain']),
      ),
  };
}
