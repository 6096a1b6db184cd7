// Closing: a verb's last statement, sent together with the commit, for a row that others wait for until the transaction ends.
import type { Expression, QueryCreator } from 'kysely';
import type { Schema } from './connect.ts';

/**
 * What a verb gives back instead of its answer: what it knows of it, and the statement that completes it. `transact` runs the
 * statement, commits, and gives the whole answer.
 */
export class Closing<Answer, Known = Partial<Answer>> {
  /** Transactions that close under the same name take turns, in the order in which they came. */
  readonly turn: string;
  /** Has a common table expression `closing`, whose one row completes the answer. */
  readonly statement: QueryCreator<Schema>;
  readonly known: Known;
  /** Only a type. */
  declare readonly answer: Answer;

  constructor(turn: string, statement: QueryCreator<Schema>, known: Known) {
    this.turn = turn;
    this.statement = statement;
    this.known = known;
  }

  /** The same with one statement more beside it, which may read from `closing`. */
  also(name: string, statement: Expression<object>): Closing<Answer, Known> {
    return new Closing(
      this.turn,
      this.statement.with(name, () => statement),
      this.known,
    );
  }

  /** The same end of another answer: of a verb that builds on this one. */
  completing<Other, Part extends Partial<Other>>(known: Part): Closing<Other, Part> {
    return new Closing<Other, Part>(this.turn, this.statement, known);
  }
}
