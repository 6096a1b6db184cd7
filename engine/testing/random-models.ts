// Models made up at random: structured ones, built block in block, and wild ones, whose arrows go anywhere.
import fc from 'fast-check';
import type { ElementId } from '../definition.ts';
import type { Arrow, Graph, Kind } from './graph.ts';
import type { Decision } from './petri-net.ts';

export interface Model {
  readonly graph: Graph;
  readonly decisions: readonly Decision[];
}

type Block =
  | { readonly type: 'task' | 'nothing' }
  | { readonly type: 'sequence' | 'xor' | 'and' | 'or'; readonly blocks: readonly Block[] }
  | { readonly type: 'loop'; readonly block: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const several = (max: number) => fc.array(tie('block'), { minLength: 2, maxLength: max });
  return {
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: fc.constant<Block>({ type: 'task' }) },
      { weight: 1, arbitrary: fc.constant<Block>({ type: 'nothing' }) },
      { weight: 2, arbitrary: several(3).map((blocks): Block => ({ type: 'sequence', blocks })) },
      { weight: 1, arbitrary: several(2).map((blocks): Block => ({ type: 'xor', blocks })) },
      { weight: 2, arbitrary: several(3).map((blocks): Block => ({ type: 'and', blocks })) },
      { weight: 3, arbitrary: several(3).map((blocks): Block => ({ type: 'or', blocks })) },
      { weight: 1, arbitrary: tie('block').map((inner): Block => ({ type: 'loop', block: inner })) },
    ),
  };
});

/** Every split has its join, every loop begins with a merge and ends with a decision. */
export const structuredModel: fc.Arbitrary<Model> = block.map((root) => {
  const drawing = new Drawing();
  drawing.arrow(drawing.draw(root, drawing.node('start', 'start')), drawing.node('end', 'end'));
  return drawing.model();
});

/** Tasks, decisions, parallel and merging gateways, and each arrow ends where chance has it. */
export const wildModel = wild([], ['task', 'task', 'decision', 'and', 'and-split', 'and-split', 'merge']);

/** The same with inclusive gateways at will, for which no net says what is right. Its beginning sees to it that some wait. */
export const wildInclusiveModel = wild(
  ['some', 'task', 'task', 'or'],
  ['task', 'task', 'decision', 'and-split', 'some', 'some', 'or', 'merge'],
);

function wild(first: readonly string[], kinds: readonly string[]): fc.Arbitrary<Model> {
  return fc
    .array(fc.constantFrom(...kinds), { minLength: first.length > 0 ? 0 : 2, maxLength: 7 - first.length })
    .map((others) => [...first, ...others])
    .chain((chosen) =>
      fc
        .array(fc.nat({ max: 1000 }), { minLength: 2 * chosen.length + 1, maxLength: 2 * chosen.length + 1 })
        .map((chances) => drawWild(chosen, chances, first.length > 0)),
    );
}

const elementOf: Readonly<Record<string, Kind>> = {
  task: 'task',
  decision: 'task',
  some: 'task',
  merge: 'xor',
  or: 'or',
  and: 'and',
  'and-split': 'and',
};

/** `begun`: the first element leads to the next two, and one of them to the fourth. */
function drawWild(kinds: readonly string[], chances: readonly number[], begun: boolean): Model {
  const drawing = new Drawing();
  drawing.node('start', 'start');
  const entries = kinds.map((kind, at) => {
    const id = `${kind}${at}`;
    drawing.node(id, elementOf[kind]!);
    return id;
  });
  const targets = [...entries, drawing.node('end', 'end')];
  const chance = [...chances];
  const anywhere = (): ElementId => targets[chance.pop()! % targets.length]!;
  drawing.arrow('start', entries[0]!);
  for (const [at, kind] of kinds.entries()) {
    const id = entries[at]!;
    if (kind === 'decision' || kind === 'some') {
      const gateway = drawing.decide(id, kind === 'some' ? 'or' : 'xor');
      for (const way of [0, 1]) drawing.way(gateway, begun && at === 0 ? entries[way + 1]! : anywhere(), way);
    } else {
      drawing.arrow(id, begun && at === 1 ? entries[3]! : anywhere());
      if (kind === 'and-split') drawing.arrow(id, anywhere());
    }
  }
  return drawing.model();
}

class Drawing {
  private readonly nodes = new Map<ElementId, Kind>();
  private readonly arrows: Arrow[] = [];
  private readonly decisions: Decision[] = [];

  node(id: ElementId, kind: Kind): ElementId {
    this.nodes.set(id, kind);
    return id;
  }

  arrow(from: ElementId, to: ElementId, rest: Partial<Arrow> = {}): ElementId {
    this.arrows.push({ id: `${from}-${to}#${this.arrows.length}`, from, to, ...rest });
    return to;
  }

  /** A gateway behind a task, so that what is chosen is chosen for one token at one moment. */
  decide(task: ElementId, kind: 'xor' | 'or', join?: ElementId): ElementId {
    const gateway = this.arrow(task, this.node(`${task}?`, kind));
    this.decisions.push({ task, gateway, ...(join !== undefined && { join }) });
    return gateway;
  }

  way(gateway: ElementId, to: ElementId, at: number): void {
    this.arrow(gateway, to, { condition: `list contains(choice, ${at})` });
  }

  /** Draws it behind `from` and says which node it ends with. */
  draw(inner: Block, from: ElementId): ElementId {
    const fresh = (kind: Kind): ElementId => this.node(`${kind}${this.nodes.size}`, kind);
    switch (inner.type) {
      case 'nothing':
        return from;
      case 'task':
        return this.arrow(from, fresh('task'));
      case 'sequence':
        return inner.blocks.reduce((last, each) => this.draw(each, last), from);
      case 'loop': {
        const again = this.arrow(from, fresh('xor'));
        const task = this.arrow(this.draw(inner.block, again), fresh('task'));
        const gateway = this.decide(task, 'xor');
        const out = fresh('xor');
        this.way(gateway, again, 0);
        this.way(gateway, out, 1);
        return out;
      }
      case 'and': {
        const split = this.arrow(from, fresh('and'));
        const join = fresh('and');
        for (const each of inner.blocks) this.branch(each, split, join);
        return join;
      }
      case 'xor':
      case 'or': {
        const task = this.arrow(from, fresh('task'));
        const join = fresh(inner.type);
        const gateway = this.decide(task, inner.type, inner.type === 'or' ? join : undefined);
        for (const [at, each] of inner.blocks.entries()) this.branch(each, gateway, join, at);
        return join;
      }
    }
  }

  /** A branch begins with a merge of one, so that an empty one has an arrow of its own at each end. */
  private branch(inner: Block, split: ElementId, join: ElementId, at?: number): void {
    const begin = this.node(`xor${this.nodes.size}`, 'xor');
    if (at === undefined) this.arrow(split, begin);
    else this.way(split, begin, at);
    this.arrow(this.draw(inner, begin), join);
  }

  model(): Model {
    return { graph: { nodes: this.nodes, arrows: this.arrows }, decisions: this.decisions };
  }
}
