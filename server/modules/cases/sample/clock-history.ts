// What the clocks of sample cases run by: the events of their stories, as the verbs would have told them.
import type { ClockHistory, Happening } from '#modules/service-levels/index.ts';
import type { CaseRow } from '../lock-case.ts';
import type { SampleRows } from './story.ts';

type Event = SampleRows['events'][number];
type Data = Record<string, unknown>;

/** `pathOf`: from the customer's segment up to the root. `told`: the customer was told at once that the case is received. */
export function clockHistories(
  rows: SampleRows,
  of: { pathOf(customerId: string): readonly string[]; told(row: CaseRow): boolean },
): ClockHistory[] {
  const ofCase = Map.groupBy(rows.events, (event) => event.subjectId);
  return rows.cases.map((row): ClockHistory => {
    const events = (ofCase.get(row.id) ?? []).toSorted((a, b) => Number(a.at) - Number(b.at));
    const begin = events[0]!.data as Data;
    const registeredAt = row.registered_at.getTime();
    const segmentPath = [...of.pathOf(row.customer_id)];
    return {
      begins: {
        caseId: row.id,
        traits: {
          kind: begin['kind'] as CaseRow['kind'],
          categoryId: begin['categoryId'] as string | null,
          productId: begin['categoryId'] ? row.product_id : null,
          channel: row.channel,
          priority: row.priority,
          segmentPath,
        },
        unitId: begin['unitId'] as string | null,
        segmentId: segmentPath[0] ?? null,
        registeredAt,
        handedOver: begin['unitId'] !== null && begin['assigneeId'] === null,
      },
      happenings: [
        ...(of.told(row) ? [{ at: registeredAt, happening: { type: 'acknowledged' } as const }] : []),
        ...events
          .slice(1)
          .flatMap((event) => happeningsOf(event).map((happening) => ({ at: Number(event.at), happening }))),
      ],
    };
  });
}

function happeningsOf({ type, data: given, actorKind, actorId }: Event): Happening[] {
  const data = given as Data;
  switch (type) {
    case 'case.classified': {
      const traits = Object.fromEntries(
        Object.entries({ kind: 'kind', category_id: 'categoryId', product_id: 'productId', priority: 'priority' })
          .filter(([column]) => column in data)
          .map(([column, trait]) => [trait, data[column]]),
      );
      return [{ type: 'changed', traits }];
    }
    case 'case.assigned': {
      const moved = data['toUnitId'] !== data['fromUnitId'];
      return [
        ...(moved ? [{ type: 'handed-over', unitId: data['toUnitId'] as string | null } as const] : []),
        ...(data['toPersonId'] ? [{ type: 'taken-up' } as const] : []),
      ];
    }
    case 'case.message-sent':
      return [{ type: 'taken-up' }, { type: 'answered' }];
    case 'case.message-received':
      return [{ type: 'customer-wrote' }];
    case 'case.wait-started':
      return [
        {
          type: 'waits',
          reason: data['reason'] as NonNullable<CaseRow['waiting_reason']>,
          by: { kind: actorKind, id: actorId },
        },
      ];
    case 'case.wait-ended':
      return [{ type: 'goes-on' }];
    case 'case.resolution-claimed':
      return [{ type: 'claimed' }];
    case 'case.resolution-disputed':
      return [{ type: 'disputed' }];
    case 'case.reopened':
      return [{ type: 'reopened' }];
    case 'case.confirmed':
    case 'case.lapsed':
    case 'case.reported':
    case 'case.withdrawn':
    case 'case.closed-by-authority':
      return [{ type: 'closed' }];
    default:
      return [];
  }
}
